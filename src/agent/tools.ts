/** The tools that an agent gets, and how a call of one is answered: its record, or what went wrong as data. */
import { HostError } from '../host/vault-host';
import { printable } from '../text/printable';
import { apply, planAnswer, planComplete, planDue, planLink, planOwner, planProposal, planRollup } from './plan-tools';
import { quote, quoteFields } from './quote';
import { brief, decisions, questions, queue, today } from './read-tools';
import { inspect, review, search } from './search-tools';
import type { Tool, ToolCall } from './tool';
import { asSentences, ToolError } from './tool-error';
import { week } from './week-tool';

export const TOOLS: readonly Tool[] = [
  brief,
  queue,
  questions,
  decisions,
  today,
  week,
  search,
  inspect,
  review,
  planComplete,
  planDue,
  planOwner,
  planAnswer,
  planProposal,
  planLink,
  planRollup,
  apply,
];

interface Answer {
  readonly isError: boolean;
  readonly record: object;
}

/** Characters of an error's sentences at most. */
const LONGEST_MESSAGE = 1000;

/** Never throws. `complain` gets a mistake of ours, which an agent is told of and not shown. */
export async function answerCall(run: () => Promise<object>, complain: (mistake: unknown) => void): Promise<Answer> {
  try {
    return { isError: false, record: await run() };
  } catch (error) {
    if (error instanceof ToolError) return failed(error);
    if (error instanceof HostError)
      return failed(new ToolError('not-readable', asSentences(printable(error.message)), { path: error.path }));
    complain(error);
    return failed(
      new ToolError('internal', 'This is a bug in Throughline, and its log has the place. Nothing more was written.'),
    );
  }
}

function failed({ code, message, more }: ToolError): Answer {
  return { isError: true, record: { error: { code, message: quote(message, LONGEST_MESSAGE), ...quoteFields(more) } } };
}

/** What to say of a tool to whoever offers it. */
export function hintsOf({ title, writes }: Pick<Tool, 'title' | 'writes'>) {
  return { title, readOnlyHint: !writes, destructiveHint: false, openWorldHint: false };
}

/** Runs a tool by its name, which may be none. */
export async function callTool(name: string, given: unknown, call: ToolCall): Promise<object> {
  const asked = TOOLS.find((one) => one.name === name);
  if (asked === undefined)
    throw new ToolError('wrong-arguments', `There is no tool "${printable(name.slice(0, 80))}". See tools/list.`);
  return asked.run(given, call);
}

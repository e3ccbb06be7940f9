/**
 * The plugin "Local REST API with MCP", where it is there: Throughline's tools among those that it offers to agents.
 * Its interface is that of `publicApi.d.ts` in obsidian-local-rest-api 5.1.0; whatever is not as expected is not there.
 */
import type { App, EventRef, Plugin } from 'obsidian';
import { AgentVault } from '../../agent/agent-vault';
import { PlanStore } from '../../agent/plan-store';
import type { Tool, ToolCall } from '../../agent/tool';
import { ToolError } from '../../agent/tool-error';
import { answerCall, hintsOf, TOOLS } from '../../agent/tools';
import type { VaultHost } from '../../host/vault-host';
import type { CalendarDate } from '../../text/calendar-date';
import { jsonText } from '../../text/printable';
import type { DeviceSettings } from '../vault/device-settings';
import type { LiveStore } from '../vault/live-store';
import { partOf } from '../vault/part-of';
import type { PluginSettings } from '../vault/plugin-settings';
import { fieldShape } from './field-shape';

const ID = 'obsidian-local-rest-api';
/** What that plugin triggers when it is loaded, be it after us. */
const LOADED = 'obsidian-local-rest-api:loaded';
/** Its own tools, and those of others, have names without one. */
const PREFIX = 'throughline_';

interface RestPluginParts {
  readonly app: App;
  readonly host: VaultHost;
  readonly store: LiveStore;
  readonly settings: PluginSettings;
  readonly device: DeviceSettings;
  readonly today: () => CalendarDate;
  readonly now: () => number;
}

/** Until the plugin is unloaded. */
export function offerToRestPlugin(plugin: Plugin, parts: RestPluginParts): void {
  const { app } = parts;
  const call = callIn(parts);
  let leave = (): void => undefined;
  const offer = (): void => {
    leave();
    leave = register(plugin, (tool) => (given) => answered(tool, given, { call, device: parts.device }));
  };
  app.workspace.onLayoutReady(offer);
  // The app's own types have no events of plugins.
  const on = app.workspace.on.bind(app.workspace) as unknown as (name: string, told: () => void) => EventRef;
  plugin.registerEvent(on(LOADED, offer));
  plugin.register(() => leave());
}

/** Gives what takes the tools away again. */
function register(plugin: Plugin, callback: (tool: Tool) => (given: unknown) => Promise<string>): () => void {
  const none = (): void => undefined;
  const other = partOf(partOf(partOf(plugin.app, 'plugins'), 'plugins'), ID);
  try {
    // What an earlier load of ours left there would answer from a vault that nobody keeps.
    called(called(other, 'getPublicApi', plugin.manifest), 'unregister');
    const api = called(other, 'getPublicApi', plugin.manifest);
    // Extensions of the first version had routes alone.
    if (typeof partOf(api, 'addMcpTool') !== 'function') return none;
    for (const tool of TOOLS)
      called(
        api,
        'addMcpTool',
        `${PREFIX}${tool.name}`,
        `${tool.description} Tools named here begin with ${PREFIX}.`,
        fieldShape(tool.input),
        callback(tool),
        hintsOf(tool),
      );
    return () => void called(api, 'unregister');
  } catch (error) {
    console.debug('Throughline: its tools are not among those of Local REST API.', error);
    return none;
  }
}

/** A method of what nobody promises; nothing where there is none. */
function called(of: unknown, name: string, ...given: unknown[]): unknown {
  const method = partOf(of, name);
  return typeof method === 'function' ? (method as (...all: unknown[]) => unknown).apply(of, given) : undefined;
}

function callIn({ host, store, settings, today, now }: RestPluginParts): ToolCall {
  const live = () => store.vault();
  return {
    // The app tells the store of each file that changes.
    vault: new AgentVault({
      host,
      settings: () => settings.current,
      live,
      refreshed: live,
      written: () => Promise.resolve(),
      today,
      now,
    }),
    plans: new PlanStore(now, newToken),
    signal: new AbortController().signal,
  };
}

/** 18 bytes that nobody can guess. */
function newToken(): string {
  const bytes = window.crypto.getRandomValues(new Uint8Array(18));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** JSON. What failed is thrown, which that plugin hands on as a failed call. */
async function answered(
  tool: Tool,
  given: unknown,
  { call, device }: { readonly call: ToolCall; readonly device: DeviceSettings },
): Promise<string> {
  const { isError, record } = await answerCall(
    async () => {
      if (tool.writes && !device.agreed)
        throw new ToolError(
          'refused',
          'Nobody agreed yet that Throughline writes here. Ask the person to roll up once.',
        );
      return tool.run(given ?? {}, call);
    },
    (mistake) => console.error('Throughline: a tool failed.', mistake),
  );
  if (isError) throw new Error(jsonText(record));
  return jsonText(record);
}

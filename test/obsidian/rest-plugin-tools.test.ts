/**
 * Throughline's tools in "Local REST API with MCP": on a double that does with them what that plugin does (its 5.1.0:
 * one handle a plugin, a name once, arguments parsed by zod's object, an error thrown is a failed call).
 */
import { z, type ZodTypeAny } from 'zod/v3';
import { TOOLS } from '../../src/agent/tools';
import { PluginDouble } from './plugin-double';

type Callback = (given: unknown) => Promise<unknown>;

interface Offered {
  readonly schema: Record<string, ZodTypeAny>;
  readonly callback: Callback;
  readonly hints: { readonly readOnlyHint: boolean };
}

class RestPluginDouble {
  readonly tools = new Map<string, Offered>();
  private readonly handles = new Map<string, object>();

  getPublicApi({ id, name, version }: { id: string; name: string; version: string }): object {
    if (id === '' || name === '' || version === '') throw new Error('no manifest');
    const known = this.handles.get(id);
    if (known !== undefined) return known;
    const own: string[] = [];
    const handle = {
      apiVersion: 2,
      addMcpTool: (
        tool: string,
        _: string,
        schema: Offered['schema'],
        callback: Callback,
        hints: Offered['hints'],
      ): void => {
        if (this.tools.has(tool)) throw new Error(`"${tool}" is registered already`);
        own.push(tool);
        this.tools.set(tool, { schema, callback, hints });
      },
      unregister: (): void => {
        for (const tool of own) this.tools.delete(tool);
        this.handles.delete(id);
      },
    };
    this.handles.set(id, handle);
    return handle;
  }

  /** What an agent gets. */
  async call(name: string, given: object): Promise<Record<string, unknown>> {
    const tool = this.tools.get(`throughline_${name}`);
    if (tool === undefined) throw new Error(`no tool ${name}`);
    try {
      const said: unknown = await tool.callback(await z.object(tool.schema).parseAsync(given));
      return JSON.parse(String(said)) as Record<string, unknown>;
    } catch (error) {
      return { isError: true, ...(JSON.parse(error instanceof Error ? error.message : '') as object) };
    }
  }
}

const withPlugin = (app: PluginDouble, plugin: unknown): PluginDouble => {
  Object.assign(app.app.app, { plugins: { plugins: { 'obsidian-local-rest-api': plugin } } });
  return app;
};

test('an agent asks, plans and applies; unloading takes the tools away', async () => {
  const rest = new RestPluginDouble();
  const double = await withPlugin(new PluginDouble().agreed(), rest).load();
  expect([...rest.tools.keys()]).toEqual(TOOLS.map(({ name }) => `throughline_${name}`));
  expect([...rest.tools].filter(([, { hints }]) => !hints.readOnlyHint).map(([name]) => name)).toEqual([
    'throughline_apply',
  ]);
  const { rows } = (await rest.call('queue', { owner: 'me', older: true })) as {
    rows: { id: string; quote: string }[];
  };
  expect(rows.map(({ quote }) => quote)).toEqual(['Send pricing draft']);
  const { token } = await rest.call('plan_complete', { row: rows[0]?.id });
  expect(double.app.text('Meetings/2025-10-28 Dana.md')).toContain('- [ ] Send pricing draft');
  expect(await rest.call('apply', { token })).toMatchObject({
    applied: true,
    written: ['Meetings/2025-10-28 Dana.md'],
  });
  expect(double.app.text('Meetings/2025-10-28 Dana.md')).toContain('- [x] Send pricing draft');
  expect(await rest.call('apply', { token })).toMatchObject({ isError: true, error: { code: 'used-token' } });
  expect(await rest.call('queue', { owner: 'me', older: true })).toMatchObject({ total: 0 });
  expect(await rest.call('queue', { limit: 'many' })).toMatchObject({ error: { code: 'wrong-arguments' } });
  double.unload();
  expect(rest.tools.size).toBe(0);
});

test('nothing is written where nobody agreed to it on this device', async () => {
  const rest = new RestPluginDouble();
  await withPlugin(new PluginDouble(), rest).load();
  expect(await rest.call('apply', { token: 'any' })).toMatchObject({ isError: true, error: { code: 'refused' } });
});

test('what an earlier load left is replaced; a plugin that comes later gets the tools then', async () => {
  const rest = new RestPluginDouble();
  const left = rest.getPublicApi({ id: 'throughline', name: 'Throughline', version: '1' }) as {
    addMcpTool: (name: string) => void;
  };
  left.addMcpTool('throughline_brief');
  const double = await new PluginDouble().load();
  expect(rest.tools.size).toBe(1);
  withPlugin(double, rest).app.original.workspace.trigger('obsidian-local-rest-api:loaded');
  expect(rest.tools.size).toBe(TOOLS.length);
});

// The last of these is told where only a developer looks.
beforeEach(() => jest.spyOn(console, 'debug').mockReturnValue());
afterEach(() => jest.restoreAllMocks());

test.each([
  ['one without tools', { getPublicApi: () => ({ addRoute: () => undefined }) }],
  ['one of another shape', { getPublicApi: 'no' }],
  [
    'one that throws',
    {
      getPublicApi: () => {
        throw new Error('no');
      },
    },
  ],
])('%s is left alone, and everything else loads', async (_, plugin) => {
  const double = await withPlugin(new PluginDouble(), plugin).load();
  expect(double.commands.length).toBeGreaterThan(5);
});

/**
 * What tools take, as the zod library (version 3) writes it: as much as "Local REST API with MCP" asks of it. That
 * plugin turns the definitions into JSON schema, and parses with them. Ours let every value through: the tool checks
 * it.
 */
import type { Field, Fields, FieldSchema } from '../../agent/input';

interface Shape {
  readonly _def: Readonly<Record<string, unknown>>;
  readonly description: string | undefined;
  isOptional(): boolean;
  _parse(input: { readonly data: unknown }): { readonly status: 'valid'; readonly value: unknown };
  parse(value: unknown): unknown;
  safeParse(value: unknown): { readonly success: true; readonly data: unknown };
}

export function fieldShape(fields: Fields): Readonly<Record<string, Shape>> {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, shapeOf(field)]));
}

function shapeOf({ schema, required }: Pick<Field<unknown>, 'schema' | 'required'>): Shape {
  const said = [schema.description, schema.default === undefined ? undefined : `Default: ${schema.default}.`];
  const description = said.filter((one) => one !== undefined).join(' ') || undefined;
  return {
    _def: { ...definition(schema), description },
    description,
    isOptional: () => !required,
    _parse: ({ data }) => ({ status: 'valid', value: data }),
    parse: (value) => value,
    safeParse: (value) => ({ success: true, data: value }),
  };
}

function definition({ type, enum: values, items, ...limits }: FieldSchema): Readonly<Record<string, unknown>> {
  if (values !== undefined) return { typeName: 'ZodEnum', values };
  switch (type) {
    case 'string':
      return { typeName: 'ZodString', checks: [...limit('min', limits.minLength), ...limit('max', limits.maxLength)] };
    case 'integer':
      return {
        typeName: 'ZodNumber',
        checks: [{ kind: 'int' }, ...limit('min', limits.minimum), ...limit('max', limits.maximum)],
      };
    case 'boolean':
      return { typeName: 'ZodBoolean' };
    case 'array':
      return {
        typeName: 'ZodArray',
        type: shapeOf({ schema: items ?? {}, required: true }),
        minLength: { value: limits.minItems },
        maxLength: { value: limits.maxItems },
        exactLength: null,
      };
    default:
      return { typeName: 'ZodAny' };
  }
}

function limit(kind: 'min' | 'max', value: number | undefined): readonly object[] {
  return value === undefined ? [] : [{ kind, value, inclusive: true }];
}

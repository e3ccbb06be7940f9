/**
 * What a tool takes, one row a field. The check, the JSON schema and the type all come from that row.
 *
 *     { row: text({ most: 40 }), due: orNull(text({ most: 40 })) }   →   { row: string; due: string | null }
 */

/** As JSON: what an agent's client, or another program, is told of a field. */
export interface FieldSchema {
  readonly type?: 'string' | 'integer' | 'boolean' | 'array' | 'null';
  readonly description?: string;
  readonly default?: number | boolean | string;
  readonly enum?: readonly string[];
  readonly items?: FieldSchema;
  readonly anyOf?: readonly FieldSchema[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

export interface Field<T> {
  readonly schema: FieldSchema;
  readonly required: boolean;
  /** `given` is undefined where nothing was given. Throws a Misfit. */
  readonly read: (given: unknown) => T;
}

export type Fields = Readonly<Record<string, Field<unknown>>>;
export type Given<F extends Fields> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };

/** The message says what is wanted instead. */
export class Misfit extends Error {}

/** One of text without spaces around it; its length is in UTF-16 units. `check` gives the wish that it does not fit. */
export function text({
  least = 1,
  most,
  about,
  check,
}: {
  readonly least?: number;
  readonly most: number;
  readonly about?: string;
  readonly check?: (trimmed: string) => string | null;
}): Field<string> {
  return {
    schema: { type: 'string', minLength: least, maxLength: most, ...described(about) },
    required: true,
    read: (given) => {
      if (typeof given !== 'string') throw new Misfit('give text');
      const trimmed = given.trim();
      if (trimmed.length < least) throw new Misfit('give text that is not empty');
      if (trimmed.length > most) throw new Misfit(`give ${most} characters at most`);
      const wish = check?.(trimmed) ?? null;
      if (wish !== null) throw new Misfit(wish);
      return trimmed;
    },
  };
}

/** A whole number from `least` to `most`. */
export function whole(range: {
  readonly least: number;
  readonly most: number;
  readonly about?: string;
}): Field<number> {
  const { least, most, about } = range;
  return {
    schema: { type: 'integer', minimum: least, maximum: most, ...described(about) },
    required: true,
    read: (given) => {
      if (typeof given !== 'number' || !Number.isInteger(given) || given < least || given > most)
        throw new Misfit(`give a whole number from ${least} to ${most}`);
      return given;
    },
  };
}

export function yesOrNo(about: string): Field<boolean> {
  return {
    schema: { type: 'boolean', description: about },
    required: true,
    read: (given) => {
      if (typeof given !== 'boolean') throw new Misfit('give true or false');
      return given;
    },
  };
}

export function oneOf<const V extends string>(values: readonly V[], about?: string): Field<V> {
  return {
    schema: { type: 'string', enum: values, ...described(about) },
    required: true,
    read: (given) => {
      const value = values.find((one) => one === given);
      if (value === undefined) throw new Misfit(`give one of ${values.join(', ')}`);
      return value;
    },
  };
}

/** At least one, and `most` at most. */
export function listOf<T>(field: Field<T>, most: number, about: string): Field<readonly T[]> {
  return {
    schema: { type: 'array', items: field.schema, minItems: 1, maxItems: most, description: about },
    required: true,
    read: (given) => {
      if (!Array.isArray(given) || given.length === 0 || given.length > most)
        throw new Misfit(`give a list of 1 to ${most}`);
      return given.map(field.read);
    },
  };
}

export function optional<T>(field: Field<T>): Field<T | undefined> {
  return {
    schema: field.schema,
    required: false,
    read: (given) => (given === undefined ? undefined : field.read(given)),
  };
}

export function withDefault<T extends number | boolean | string>(field: Field<T>, value: T): Field<T> {
  return {
    schema: { ...field.schema, default: value },
    required: false,
    read: (given) => (given === undefined ? value : field.read(given)),
  };
}

export function orNull<T>(field: Field<T>, about: string): Field<T | null> {
  return {
    schema: { anyOf: [field.schema, { type: 'null' }], description: about },
    required: true,
    read: (given) => (given === null ? null : field.read(given)),
  };
}

/** Throws a Misfit that names the field. Nothing that the tool does not name is let through. */
export function readInput<F extends Fields>(fields: F, given: unknown): Given<F> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw new Misfit('give an object');
  for (const key of Object.keys(given))
    if (!Object.hasOwn(fields, key)) throw new Misfit(`there is no "${key.slice(0, 40)}"`);
  const values = new Map<string, unknown>(Object.entries(given));
  const read = Object.entries(fields).map(([key, field]) => {
    try {
      return [key, field.read(values.get(key))] as const;
    } catch (error) {
      if (error instanceof Misfit) throw new Misfit(`${key}: ${error.message}`);
      throw error;
    }
  });
  // Each field gives its own type.
  return Object.fromEntries(read) as Given<F>;
}

function described(about: string | undefined): Pick<FieldSchema, 'description'> {
  return about === undefined ? {} : { description: about };
}

/** gray-matter types its main module only. */
declare module 'gray-matter/lib/parse' {
  export default function parseMatter(
    language: string,
    text: string,
    options: { readonly engines: Readonly<Record<string, { parse(text: string): object }>> },
  ): unknown;
}

/** What is wrong with a block's words, each with the way out. */
import type { ComponentChild } from 'preact';

export function Problems({ sentences }: { readonly sentences: readonly string[] }): ComponentChild {
  return (
    <div class="throughline-block" role="alert">
      {sentences.map((sentence) => (
        <p class="throughline-wrong" key={sentence}>
          {sentence}
        </p>
      ))}
    </div>
  );
}

/**
 * Every index of every test, frozen to the last part: whoever changes one in place fails. For `FROZEN_INDEX=1 npx jest`.
 */
import type * as Building from '../src/vault-index/build-index';
import type * as Told from './index-told';

jest.mock('../src/vault-index/build-index', () => {
  const real = jest.requireActual<typeof Building>('../src/vault-index/build-index');
  const { frozen } = jest.requireActual<typeof Told>('./index-told');
  return {
    ...real,
    buildIndex: (...given: Parameters<typeof real.buildIndex>) => frozen(real.buildIndex(...given)),
    *indexSteps(...given: Parameters<typeof real.indexSteps>) {
      return frozen(yield* real.indexSteps(...given));
    },
    indexOf: (...given: Parameters<typeof real.indexOf>) => frozen(real.indexOf(...given)),
  };
});

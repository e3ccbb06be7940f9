import type { Plugin } from 'esbuild';

export declare const leanPlugins: readonly Plugin[];

import type { Plugin } from 'esbuild';

export declare const yamlOnlyPlugins: readonly Plugin[];

/** The test environment's windows have no text coding; every window the app runs in does. */
import { TextDecoder, TextEncoder } from 'node:util';

Object.assign(window, { TextDecoder, TextEncoder });

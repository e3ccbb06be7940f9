interface Prototypes {
  readonly Node: { readonly prototype: object };
  readonly Element: { readonly prototype: object };
  readonly HTMLElement: { readonly prototype: object };
}

/**
 * Gives a frame's window what each window of the app has: what the app adds to elements, and what the test environment
 * lacks.
 */
export function likeTheApps({ defaultView }: Document): void {
  const there = defaultView as unknown as Prototypes;
  const here = window as unknown as Prototypes;
  for (const name of ['Node', 'Element', 'HTMLElement'] as const) {
    const { prototype } = there[name];
    for (const [key, property] of Object.entries(Object.getOwnPropertyDescriptors(here[name].prototype))) {
      if (!Object.hasOwn(prototype, key)) Object.defineProperty(prototype, key, property);
    }
  }
  Object.assign(there, {
    ResizeObserver: class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  });
  Object.assign(there.HTMLElement.prototype, { scrollIntoView: () => undefined });
  Object.assign(there.Node.prototype, {
    instanceOf(this: Node, type: { readonly name: string }): boolean {
      const own = (this.ownerDocument?.defaultView as unknown as Record<string, (new () => unknown) | undefined>)[
        type.name
      ];
      return own !== undefined && Object.prototype.isPrototypeOf.call(own.prototype as object, this);
    },
  });
}

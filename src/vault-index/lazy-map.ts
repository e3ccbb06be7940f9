/** A map that makes what it does not have yet when it is asked for it. Only what was made or set is gone through. */
export class LazyMap<V> extends Map<string, V> {
  /** `unmade`: the keys it has without their values; `make` gives one that is not undefined. */
  constructor(
    private readonly unmade: Set<string>,
    private readonly make: (key: string) => V,
  ) {
    super();
  }

  isUnmade(key: string): boolean {
    return this.unmade.has(key);
  }

  override get(key: string): V | undefined {
    if (this.unmade.delete(key)) super.set(key, this.make(key));
    return super.get(key);
  }

  override has(key: string): boolean {
    return this.unmade.has(key) || super.has(key);
  }

  override set(key: string, value: V): this {
    this.unmade.delete(key);
    return super.set(key, value);
  }

  override delete(key: string): boolean {
    const was = this.unmade.delete(key);
    return super.delete(key) || was;
  }
}

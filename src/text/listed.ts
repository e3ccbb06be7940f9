/** The words of a table that is written as a text: parted by commas, over as many lines as they need. */
export function listed(text: string): readonly string[] {
  return text.trim().split(/,\s*/);
}

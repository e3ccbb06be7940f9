// How figures are put: medians with their range, columns as wide as they need to be, and whether a target is met.

export function middle(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

export function spreadOf(values, digits = 2) {
  return `${middle(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)})`;
}

/** Rows as text, the first of them the head; the first column to the left, the others as `right` says. */
export function table(rows, right = []) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (right.includes(column) ? cell.padStart(widths[column]) : cell.padEnd(widths[column])))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/**
 * `[name, '≤' or '≥', target, values]` into a row of the table; without a target, or unjudged, there is no verdict;
 * values that are a text say why there are none.
 */
export function figure([name, relation, target, values], { judged = true } = {}) {
  const goal = target === null ? '–' : `${relation} ${target}`;
  if (typeof values === 'string') return [name, goal, '–', values];
  const median = middle(values);
  return [
    name,
    goal,
    spreadOf(values),
    target === null || !judged ? '–' : (relation === '≤' ? median <= target : median >= target) ? 'met' : 'missed',
  ];
}

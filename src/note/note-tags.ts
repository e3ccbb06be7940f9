/** The tags that say something to Throughline, one row each, in lower case; letter case does not count in notes. */
export const NOTE_TAGS = {
  meeting: {
    where: 'a heading, in any note',
    means:
      'opens a meeting, down to the next heading of its level; its people are those that the heading links, and of an `attendees::` line below it',
  },
  question: { where: 'a list item or checkbox, anywhere', means: 'is an open question' },
  pin: { where: 'a question', means: 'does not lapse after 30 days' },
  raise: {
    where: 'a line with a link or `@` to a page, anywhere',
    means: 'waits on that page and in its brief until it is ticked, struck through or gone',
  },
  private: {
    where: 'a heading or a line',
    means: "reaches no page but as the meeting's date; only your own tasks from it stay in your follow-ups",
  },
} as const;

export type NoteTag = keyof typeof NOTE_TAGS;

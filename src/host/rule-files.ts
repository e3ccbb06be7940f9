/** Files of the configuration folder by which notes are read, next to our own settings. */
export const RULE_FILES = {
  app: 'app.json',
  dailyNotes: 'daily-notes.json',
  templates: 'templates.json',
  tasks: 'plugins/obsidian-tasks-plugin/data.json',
  templater: 'plugins/templater-obsidian/data.json',
} as const;

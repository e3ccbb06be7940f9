/**
 * The side view as the app holds it: what it shows is the panel's, what it keeps of the workspace is its tab and
 * filters.
 */
import { ItemView, type ViewStateResult, type WorkspaceLeaf } from 'obsidian';
import { render } from 'preact';
import { QUESTION_AGES, TASK_AGES } from '../../page/open-ages';
import { GROUPINGS, type Grouping } from './follow-up-entries';
import { FRESH_PANEL, Panel, type PanelState, TABS, type TabName } from './panel';
import type { ViewHost, ViewStore } from './view-store';
import { partOf } from '../vault/part-of';

export const SIDE_VIEW = 'throughline';

export class SideView extends ItemView {
  private panel: PanelState = FRESH_PANEL;
  private opened = false;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly viewStore: ViewStore,
    private readonly around: ViewHost,
  ) {
    super(leaf);
    this.navigation = false;
  }

  override getViewType(): string {
    return SIDE_VIEW;
  }

  override getDisplayText(): string {
    return 'Throughline';
  }

  override getIcon(): string {
    return 'spline';
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), panel: this.panel };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    await super.setState(state, result);
    this.panel = readPanel(partOf(state, 'panel'));
    this.draw();
  }

  override async onOpen(): Promise<void> {
    this.contentEl.addClass('throughline-view');
    this.opened = true;
    this.draw();
    return Promise.resolve();
  }

  override async onClose(): Promise<void> {
    this.opened = false;
    render(null, this.contentEl);
    return Promise.resolve();
  }

  /** Puts the keyboard into the view, on its tab. */
  focusPanel(): void {
    this.contentEl.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
  }

  private draw(): void {
    if (!this.opened) return;
    render(
      <Panel
        store={this.viewStore}
        around={this.around}
        state={this.panel}
        onState={(panel) => {
          this.panel = panel;
          this.draw();
          this.app.workspace.requestSaveLayout();
        }}
      />,
      this.contentEl,
    );
  }
}

/** A workspace file may hold anything: what is not as it should be is as when the view was new. */
function readPanel(json: unknown): PanelState {
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const [followUps, questions] = [partOf(json, 'followUps'), partOf(json, 'questions')];
  const tab = text(partOf(json, 'tab'));
  const group = text(partOf(followUps, 'group'));
  return {
    tab: tab in TABS ? (tab as TabName) : FRESH_PANEL.tab,
    followUps: {
      text: text(partOf(followUps, 'text')),
      owner: text(partOf(followUps, 'owner')),
      about: text(partOf(followUps, 'about')),
      age: TASK_AGES.find((age) => age === partOf(followUps, 'age')) ?? '',
      group: group in GROUPINGS ? (group as Grouping) : FRESH_PANEL.followUps.group,
      showsDone: partOf(followUps, 'showsDone') === true,
    },
    questions: {
      text: text(partOf(questions, 'text')),
      about: text(partOf(questions, 'about')),
      age: QUESTION_AGES.find((age) => age === partOf(questions, 'age')) ?? '',
      showsClosed: partOf(questions, 'showsClosed') === true,
    },
    review: FRESH_PANEL.review,
  };
}

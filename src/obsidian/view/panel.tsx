/** The side view: four tabs, and at the foot what came of the last act. */
import type { ComponentChild } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { useRowActions } from './use-row-actions';
import { type FollowUpFilter, NO_FILTER } from './follow-up-entries';
import { FollowUpsTab } from './follow-ups-tab';
import { NoteTab } from './note-tab';
import { NO_QUESTION_FILTER, type QuestionFilter } from './question-entries';
import { QuestionsTab } from './questions-tab';
import { NO_REVIEW_FILTER, type ReviewFilter, ReviewTab } from './review-tab';
import { isTyping } from './row-list';
import { SaidStrip } from './said-strip';
import type { ViewHost, ViewStore } from './view-store';
import { words } from '../words/in-app';
import { useStore } from './use-store';
import { keysOf } from '../../text/keys-of';

export const TABS = words.views.tabs;
export type TabName = keyof typeof TABS;

/** What a workspace keeps of the view. */
export interface PanelState {
  readonly tab: TabName;
  readonly followUps: FollowUpFilter;
  readonly questions: QuestionFilter;
  readonly review: ReviewFilter;
}

export const FRESH_PANEL: PanelState = {
  tab: 'follow-ups',
  followUps: NO_FILTER,
  questions: NO_QUESTION_FILTER,
  review: NO_REVIEW_FILTER,
};

interface PanelProps {
  readonly store: ViewStore;
  readonly around: ViewHost;
  readonly state: PanelState;
  readonly onState: (state: PanelState) => void;
}

export function Panel({ store, around, state, onState }: PanelProps): ComponentChild {
  useStore(store);
  const acting = useRowActions(store, around);
  const panelEl = useRef<HTMLDivElement>(null);
  const id = useId();
  const { known, trouble } = store;
  const { tab } = state;
  const show = (next: TabName): void => {
    acting.settle();
    onState({ ...state, tab: next });
  };
  const toReview = (text: string): void => {
    acting.settle();
    onState({ ...state, tab: 'review', review: { text, showsAll: true } });
  };
  const names = keysOf(TABS);
  const onTabKey = (event: KeyboardEvent): void => {
    const at = names.indexOf(tab);
    const isRtl = panelEl.current !== null && panelEl.current.win.getComputedStyle(panelEl.current).direction === 'rtl';
    const [ahead, back] = isRtl ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
    const next =
      event.key === ahead
        ? (at + 1) % names.length
        : event.key === back
          ? (at + names.length - 1) % names.length
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? names.length - 1
              : null;
    const name = next === null ? undefined : names[next];
    if (name === undefined) return;
    event.preventDefault();
    show(name);
    panelEl.current?.findAll('[role="tab"]')[next ?? 0]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
    const isUndo = event.key.toLowerCase() === 'z' && !event.shiftKey && !event.altKey;
    if (isUndo) {
      event.preventDefault();
      void acting.undo();
    } else if (event.key === '/' && !event.ctrlKey && !event.metaKey) {
      const search = panelEl.current?.querySelector<HTMLElement>('input[type="search"]');
      if (search === null || search === undefined) return;
      event.preventDefault();
      search.focus();
    }
  };
  return (
    <div class="throughline-panel" ref={panelEl} onKeyDown={onKeyDown}>
      <div class="throughline-tabs" role="tablist" aria-label="Throughline" onKeyDown={onTabKey}>
        {names.map((name) => (
          <button
            type="button"
            role="tab"
            key={name}
            id={`${id}-${name}`}
            class={name === tab ? 'is-active' : ''}
            aria-selected={name === tab}
            aria-controls={`${id}-panel`}
            tabIndex={name === tab ? 0 : -1}
            onClick={() => show(name)}
          >
            {TABS[name]}
          </button>
        ))}
      </div>
      <div class="throughline-tab" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tab}`}>
        {trouble !== null ? (
          <p class="throughline-empty mod-wrong" role="alert">
            {trouble}
          </p>
        ) : known === null ? (
          <p class="throughline-empty" role="status">
            {words.views.reading}
          </p>
        ) : tab === 'follow-ups' ? (
          <FollowUpsTab
            known={known}
            acting={acting}
            filter={state.followUps}
            onFilter={(followUps) => onState({ ...state, followUps })}
            onProposed={() => toReview('')}
          />
        ) : tab === 'questions' ? (
          <QuestionsTab
            known={known}
            acting={acting}
            filter={state.questions}
            onFilter={(questions) => onState({ ...state, questions })}
          />
        ) : tab === 'review' ? (
          <ReviewTab
            known={known}
            store={store}
            acting={acting}
            filter={state.review}
            onFilter={(review) => onState({ ...state, review })}
          />
        ) : (
          <NoteTab
            known={known}
            store={store}
            acting={acting}
            onSettle={toReview}
            onFollowUps={(filter) => {
              acting.settle();
              onState({ ...state, tab: 'follow-ups', followUps: { ...NO_FILTER, ...filter } });
            }}
          />
        )}
      </div>
      <SaidStrip acting={acting} />
    </div>
  );
}

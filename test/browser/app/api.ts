/** What stands for the module `obsidian` in the browser: the doubles of its API, with the parts that draw drawn. */
export * from '../../doubles/obsidian-api';
export {
  ButtonComponent,
  DropdownComponent,
  ExtraButtonComponent,
  ProgressBarComponent,
  TextAreaComponent,
  TextComponent,
  ToggleComponent,
} from './components';
export { Setting, SettingGroup } from './setting';
export { PluginSettingTab, SettingTab } from './setting-tab';
export { ConfirmationModal, FuzzySuggestModal, Menu, Modal, Notice, SuggestModal } from './windows';

/** As wide as a phone is a phone here. */
export const Platform = {
  get isMobile(): boolean {
    return document.body.hasClass('is-mobile');
  },
};

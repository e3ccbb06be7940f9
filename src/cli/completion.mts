/** `throughline completion SHELL`: a script that completes commands and options, made of the commands themselves. */
import type { Command, Option } from 'commander';

type CompletedShell = 'bash' | 'zsh' | 'fish';

export function completionScript(program: Command, shell: CompletedShell): string {
  const commands = program.commands.filter((command) => command.name() !== 'help');
  return `${SCRIPTS[shell](commands).join('\n')}\n`;
}

const SCRIPTS: Readonly<Record<CompletedShell, (commands: readonly Command[]) => string[]>> = { bash, zsh, fish };

function bash(commands: readonly Command[]): string[] {
  return [
    '# bash: eval "$(throughline completion bash)"',
    '_throughline() {',
    '  local cur="${COMP_WORDS[COMP_CWORD]}" prev="${COMP_WORDS[COMP_CWORD-1]}"',
    '  COMPREPLY=()',
    '  if [ "$COMP_CWORD" -eq 1 ]; then',
    `    COMPREPLY=($(compgen -W "${commands.map((command) => command.name()).join(' ')}" -- "$cur"))`,
    '    return',
    '  fi',
    '  case "${COMP_WORDS[1]} $prev" in',
    ...commands.flatMap((command) =>
      optionsOf(command).flatMap(({ long, argChoices }) =>
        argChoices === undefined
          ? []
          : [
              `    "${command.name()} ${long ?? ''}") COMPREPLY=($(compgen -W "${argChoices.join(' ')}" -- "$cur")); return ;;`,
            ],
      ),
    ),
    '  esac',
    '  case "$cur" in',
    '    -*)',
    '      case "${COMP_WORDS[1]}" in',
    ...commands.map(
      (command) =>
        `        ${command.name()}) COMPREPLY=($(compgen -W "${optionsOf(command)
          .map(({ long }) => long ?? '')
          .join(' ')}" -- "$cur")) ;;`,
    ),
    '      esac ;;',
    '    *) compopt -o default ;;',
    '  esac',
    '}',
    'complete -F _throughline throughline',
  ];
}

function zsh(commands: readonly Command[]): string[] {
  const quoted = (text: string): string => `'${text.replace(/'/g, "'\\''")}'`;
  const plain = (text: string): string => text.replace(/[[\]:\\]/g, '\\$&');
  const spec = ({ long, description, required, argChoices }: Option): string =>
    quoted(
      `*${long ?? ''}[${plain(description)}]${required ? `:value:${argChoices === undefined ? '_files' : `(${argChoices.join(' ')})`}` : ''}`,
    );
  return [
    '#compdef throughline',
    '# zsh: source <(throughline completion zsh)',
    '_throughline() {',
    '  local -a commands',
    `  commands=(${commands.map((command) => quoted(`${command.name()}:${plain(command.description())}`)).join(' ')})`,
    '  if (( CURRENT == 2 )); then _describe command commands; return; fi',
    '  local command=${words[2]}',
    '  shift words; (( CURRENT-- ))',
    '  case $command in',
    ...commands.map(
      (command) => `    ${command.name()}) _arguments ${optionsOf(command).map(spec).join(' ')} '*:file:_files' ;;`,
    ),
    '  esac',
    '}',
    'compdef _throughline throughline',
  ];
}

function fish(commands: readonly Command[]): string[] {
  const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
  return [
    '# fish: throughline completion fish | source',
    ...commands.map(
      (command) =>
        `complete -c throughline -f -n __fish_use_subcommand -a ${command.name()} -d ${quoted(command.description())}`,
    ),
    ...commands.flatMap((command) =>
      optionsOf(command).map(({ long, description, required, argChoices }) =>
        [
          `complete -c throughline -n '__fish_seen_subcommand_from ${command.name()}' -l ${(long ?? '').slice(2)}`,
          ...(required ? ['-r'] : []),
          ...(argChoices === undefined ? [] : [`-f -a ${quoted(argChoices.join(' '))}`]),
          `-d ${quoted(description)}`,
        ].join(' '),
      ),
    ),
  ];
}

function optionsOf(command: Command): readonly Option[] {
  return command.options.filter(({ long, hidden }) => long !== undefined && !hidden);
}

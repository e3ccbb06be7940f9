/**
 * Words by which lines say what they are: tasks, decisions, questions, days that something is due. Lower case; a row of
 * `WORD_LISTS` each.
 */
import type { WordList } from './word-list';

/** `we agreed that`, `we agreed to`, … */
function byWhom(who: string): readonly string[] {
  return ['agreed', 'decided', 'resolved'].flatMap((verb) =>
    ['that', 'to', 'on', 'not to', 'against'].map((next) => `${who}${verb} ${next}`),
  );
}

export const ITEM_WORDS = {
  'decision-markers': {
    doc: 'Before a colon or dash: the line is a decision (`Decided: two shifts`). German compounds of them count too.',
    words: {
      en: 'decision,decided,agreed,agreement,verdict,consensus,conclusion,resolution,resolved,vote,approved'.split(','),
      de: 'beschluss,beschluß,beschlossen,entscheidung,entschieden,entscheid,vereinbarung,vereinbart,einigung,konsens,abstimmung'.split(
        ',',
      ),
      fr: 'décision,décidé,accord,convenu,consensus,résolution,vote'.split(','),
      es: 'decisión,decidido,acuerdo,acordado,consenso,resolución,votación'.split(','),
      nl: 'besluit,besloten,beslissing,afspraak,afgesproken,akkoord,consensus'.split(','),
      it: 'decisione,deciso,accordo,concordato,delibera,consenso,risoluzione'.split(','),
      pt: 'decisão,decidido,acordo,acordado,consenso,resolução,deliberação'.split(','),
      he: ['החלטה', 'הוחלט'],
      ar: ['قرار', 'القرار'],
      zh: ['决定', '決定', '决议', '決議'],
      ja: ['決定', '決定事項'],
      ko: ['결정', '결정 사항', '결정사항'],
    },
  },
  'decision-openers': {
    doc: 'At the start of a line: what follows was decided (`Agreed that the gate opens at six`).',
    words: {
      en: [
        ...['', 'we ', 'we all ', 'it was ', 'all ', 'everyone ', 'unanimously ', 'it was unanimously '].flatMap(
          byWhom,
        ),
        ...['group ', 'team ', 'board ', 'committee '].flatMap((who) => [...byWhom(who), ...byWhom(`the ${who}`)]),
        ...[
          'agree that',
          'agree to',
          'agree on',
          'we agree that',
          'we agree to',
          'we agree on',
          'decision to',
          'decision that',
          'decision was made to',
        ],
        ...['the decision was made to', 'unanimous decision to', 'unanimous decision that', 'voted to', 'we voted to'],
        ...['consensus to', 'consensus that', 'consensus is', 'consensus was', 'consensus reached', 'the consensus is'],
        ...[
          'the consensus was',
          'general consensus',
          'rough consensus',
          'vote passed',
          'motion passed',
          'motion carried',
        ],
        ...['motion approved', 'board vote approved', 'board approved', 'the board approved', 'approved by vote'],
      ],
      de: [
        ...['beschlossen wurde', 'beschlossen ist', 'es wurde beschlossen', 'es wird beschlossen', 'wir beschließen'],
        ...['wir haben beschlossen', 'beschluss des', 'beschluss der', 'beschluss vom', 'vereinbart wurde'],
        ...['es wurde vereinbart', 'wir haben vereinbart', 'wir haben uns geeinigt', 'wir haben entschieden'],
        ...['es wurde entschieden', 'entschieden wurde', 'wir einigen uns', 'man einigt sich', 'einigung auf'],
      ],
      fr: [
        ...['il est décidé', 'il a été décidé', 'nous avons décidé', 'on a décidé', 'décidé de', 'décidé que'],
        ...['il est convenu', 'il a été convenu', 'convenu de', 'convenu que', 'nous avons convenu', 'décision de'],
      ],
      es: [
        ...['se acuerda', 'se acordó', 'se ha acordado', 'se decide', 'se decidió', 'se ha decidido', 'acordamos'],
        ...['hemos decidido', 'hemos acordado', 'decidimos', 'se aprueba', 'se aprobó', 'se resuelve'],
      ],
      nl: [
        ...['we besluiten', 'we hebben besloten', 'er is besloten', 'besloten is', 'besloten wordt', 'besloten dat'],
        ...[
          'besloten om',
          'het bestuur besluit',
          'er wordt besloten',
          'afgesproken is',
          'afgesproken dat',
          'afgesproken om',
        ],
        ...['er is afgesproken', 'we spreken af', 'we hebben afgesproken'],
      ],
      it: [
        ...['si decide', 'si è deciso', 'è stato deciso', 'abbiamo deciso', 'deciso di', 'deciso che', 'si concorda'],
        ...['concordato di', 'si è concordato', 'si delibera'],
      ],
      pt: [
        ...['foi decidido', 'ficou decidido', 'decidiu-se', 'decidimos', 'foi acordado', 'ficou acordado'],
        ...['acordou-se', 'foi aprovado', 'foi deliberado', 'ficou definido'],
      ],
    },
  },
  'decision-phrases': {
    doc: 'Anywhere in a line that asks nothing: it says how a vote went (`The board approves the budget unanimously`).',
    words: {
      en: [
        ...['approved', 'agreed', 'accepted', 'adopted', 'carried', 'passed', 'resolved', 'elected'].flatMap((done) => [
          `unanimously ${done}`,
          `${done} unanimously`,
        ]),
        ...['voted unanimously', 'by unanimous vote', 'by unanimous consent', 'motion carried', 'motion carries'],
        ...['motion passed', 'motion passes', 'motion is carried', 'motion was carried', 'motion was approved'],
      ],
      de: [
        ...['angenommen', 'beschlossen', 'gewählt', 'verabschiedet', 'genehmigt', 'bestätigt', 'entlastet'].flatMap(
          (done) => [`einstimmig ${done}`, `mehrheitlich ${done}`],
        ),
      ],
      fr: [
        "à l'unanimité",
        "a l'unanimité",
        'à la majorité absolue',
        'est adopté',
        'est adoptée',
        'sont adoptés',
        'sont adoptées',
      ],
      es: ['por unanimidad', 'queda aprobado', 'queda aprobada', 'quedan aprobados', 'quedan aprobadas'],
      nl: ['met algemene stemmen', 'unaniem goedgekeurd', 'unaniem aangenomen', 'unaniem besloten'],
      it: ["all'unanimità", 'viene approvato', 'viene approvata', 'vengono approvati', 'vengono approvate'],
      pt: ['por unanimidade', 'foi aprovada por', 'foi aprovado por'],
    },
  },
  'action-markers': {
    doc: 'Before a colon or dash: the line is a task (`Action: Bo to book the yard`).',
    words: {
      en: 'action,action item,action point,next action,todo,to do,to-do,follow-up,follow up,followup,next step'.split(
        ',',
      ),
      de: 'aufgabe,arbeitsauftrag,auftrag,todo,to-do,maßnahme,massnahme,nächster schritt,zu erledigen,zu tun'.split(
        ',',
      ),
      fr: 'action,tâche,à faire,prochaine étape,suivi'.split(','),
      es: 'acción,tarea,por hacer,pendiente,próximo paso,seguimiento'.split(','),
      nl: 'actie,actiepunt,taak,te doen,vervolgstap,volgende stap,opvolging'.split(','),
      it: 'azione,compito,da fare,prossimo passo'.split(','),
      pt: 'ação,tarefa,a fazer,por fazer,próximo passo,acompanhamento'.split(','),
      he: ['משימה', 'לביצוע'],
      ar: ['مهمة', 'إجراء'],
      zh: ['待办', '待辦', '行动项', '行動項', '任务', '任務'],
      ja: ['アクション', 'タスク', 'やること', '宿題'],
      ko: ['할 일', '액션 아이템', '과제'],
    },
  },
  'question-markers': {
    doc: 'Before a colon or dash: the line is an open question (`Open question: who pays?`).',
    words: {
      en: 'open question,open q,question,q,open issue,unresolved'.split(','),
      de: 'offene frage,frage,offener punkt'.split(','),
      fr: 'question ouverte,question,point ouvert'.split(','),
      es: 'pregunta abierta,pregunta,duda'.split(','),
      nl: 'open vraag,openstaande vraag,vraag'.split(','),
      it: 'domanda aperta,domanda,questione aperta'.split(','),
      pt: 'pergunta aberta,pergunta,questão em aberto,questão,dúvida'.split(','),
      he: ['שאלה פתוחה', 'שאלה'],
      ar: ['سؤال مفتوح', 'سؤال'],
      zh: ['问题', '問題', '待定问题'],
      ja: ['質問', '未解決'],
    },
  },
  'no-answers': {
    doc: 'Where an answer should be: nobody has answered yet (`A: to be confirmed`).',
    words: {
      en: 'pending,unknown,unclear,todo,to do,to be confirmed,to be determined,to be decided,to be defined,still open,not yet,not yet known,no answer,no answer yet'.split(
        ',',
      ),
      de: 'noch offen,ausstehend,steht noch aus,unklar,noch unklar,unbekannt,folgt,folgt noch,noch zu klären,zu klären,wird geklärt,keine angabe,k.a,k. a,keine antwort,noch keine antwort'.split(
        ',',
      ),
      fr: 'à définir,à confirmer,à déterminer,à préciser,à voir,à venir,en attente,pas encore,inconnu,sans réponse'.split(
        ',',
      ),
      es: 'pendiente,por definir,por confirmar,por determinar,por ver,a definir,todavía no,desconocido,sin respuesta'.split(
        ',',
      ),
      nl: 'nog open,nog niet,nog niet bekend,onbekend,volgt,nader te bepalen,nog te bepalen'.split(','),
      it: 'da definire,da confermare,da decidere,da vedere,in attesa,in sospeso,sconosciuto'.split(','),
      pt: 'pendente,por definir,a definir,por confirmar,a confirmar,ainda não,desconhecido'.split(','),
    },
  },
  'action-columns': {
    doc: 'A table’s column of tasks, by its header.',
    words: {
      en: 'action,actions,action item,action items,action point,action points,task,tasks,todo,to do,to-do,next step,next steps,follow-up,follow up,followup'.split(
        ',',
      ),
      de: 'aufgabe,aufgaben,maßnahme,maßnahmen,massnahme,massnahmen,auftrag,arbeitsauftrag,todo,to-do,nächste schritte,aktion,aktionen'.split(
        ',',
      ),
      fr: 'action,actions,tâche,tâches,à faire,prochaines étapes'.split(','),
      es: 'acción,acciones,tarea,tareas,por hacer,próximos pasos'.split(','),
      nl: 'actie,acties,actiepunt,actiepunten,taak,taken,te doen'.split(','),
      it: 'azione,azioni,compito,compiti,attività,da fare'.split(','),
      pt: 'ação,ações,tarefa,tarefas,a fazer,por fazer'.split(','),
      zh: ['任务', '任務', '行动项', '待办', '事项'],
      ja: ['タスク', 'アクション', '内容'],
      ko: ['할 일', '할일', '작업', '업무', '내용', '액션 아이템'],
    },
  },
  'what-columns': {
    doc: 'A table’s column of what a section of actions, decisions or questions is about, by its header.',
    words: {
      en: 'what,item,items,description,details,topic,issue,activity,deliverable,title,subject'.split(','),
      de: 'was,punkt,beschreibung,thema,inhalt,titel'.split(','),
      fr: 'quoi,description,sujet,objet,élément'.split(','),
      es: 'qué,que,descripción,tema,asunto'.split(','),
      nl: 'wat,omschrijving,beschrijving,onderwerp'.split(','),
      it: 'cosa,che cosa,descrizione,oggetto,tema'.split(','),
      pt: 'o quê,o que,descrição,assunto,tema'.split(','),
    },
  },
  'decision-columns': {
    doc: 'A table’s column of decisions, by its header.',
    words: {
      en: 'decision,decisions,resolution,agreed,agreement,outcome'.split(','),
      de: 'beschluss,beschlüsse,entscheidung,entscheidungen'.split(','),
      fr: 'décision,décisions'.split(','),
      es: 'decisión,decisiones,acuerdo,acuerdos'.split(','),
      nl: 'besluit,besluiten,beslissing'.split(','),
      it: 'decisione,decisioni'.split(','),
      pt: 'decisão,decisões'.split(','),
    },
  },
  'question-columns': {
    doc: 'A table’s column of open questions, by its header.',
    words: {
      en: 'question,questions,open question,open questions'.split(','),
      de: 'frage,fragen,offene frage,offene fragen'.split(','),
      fr: 'question,questions,question ouverte'.split(','),
      es: 'pregunta,preguntas'.split(','),
      nl: 'vraag,vragen'.split(','),
      it: 'domanda,domande'.split(','),
      pt: 'pergunta,perguntas'.split(','),
    },
  },
  'due-labels': {
    doc: 'Before a colon below a task, or over a table’s column: when it is due.',
    words: {
      en: 'due,due date,due by,deadline,when,by when,target,target date,by,complete by,date due,eta,timeline,timeframe'.split(
        ',',
      ),
      de: 'fällig,fällig am,fälligkeit,fälligkeitsdatum,bis,bis wann,frist,termin,wann,deadline,zieltermin'.split(','),
      fr: 'échéance,date limite,pour quand,quand,délai,deadline'.split(','),
      es: 'fecha límite,fecha limite,plazo,vence,cuándo,cuando,vencimiento'.split(','),
      nl: 'deadline,wanneer,uiterlijk,vervaldatum,gereed voor,datum gereed'.split(','),
      it: 'scadenza,entro,entro quando,quando,termine'.split(','),
      pt: 'prazo,data limite,quando,até quando,vencimento'.split(','),
      he: ['תאריך יעד', 'מתי'],
      ar: ['الموعد النهائي', 'متى'],
      zh: ['截止日期', '截止', '期限', '完成时间'],
      ja: ['期限', '締切', '期日'],
      ko: ['기한', '마감', '마감일'],
    },
  },
  'status-columns': {
    doc: 'A table’s column of how far a task is, by its header.',
    words: {
      en: 'status,state,done,done?,complete,completed,progress,✓,✔,✅'.split(','),
      de: 'status,stand,zustand,erledigt,fertig'.split(','),
      fr: 'statut,état,fait,avancement'.split(','),
      es: 'estado,hecho,estatus'.split(','),
      nl: 'status,stand,gereed,klaar'.split(','),
      it: 'stato,fatto'.split(','),
      pt: 'estado,status,situação,feito'.split(','),
      zh: ['状态', '狀態'],
      ja: ['状態', '状況', 'ステータス'],
      ko: ['상태', '완료 여부', '진행 상황'],
    },
  },
  'done-words': {
    doc: 'A Status column that begins so: the row’s task is done.',
    words: {
      en: 'done,complete,completed,closed,finished,yes,x,✓,✔,✅,☑,resolved,shipped,merged'.split(','),
      de: 'erledigt,fertig,abgeschlossen,ja,geschlossen'.split(','),
      fr: 'fait,faite,terminé,terminée,clos,oui,achevé'.split(','),
      es: 'hecho,hecha,terminado,completado,cerrado,sí'.split(','),
      nl: 'klaar,gereed,afgerond,gedaan,afgesloten,ja'.split(','),
      it: 'fatto,fatta,completato,chiuso,terminato,sì'.split(','),
      pt: 'feito,feita,concluído,concluída,fechado,terminado,sim'.split(','),
      zh: ['已完成', '完成'],
      ja: ['完了', '済'],
      ko: ['완료', '✅'],
    },
  },
  'cancelled-words': {
    doc: 'A Status column that begins so: the row’s task is cancelled.',
    words: {
      en: "cancelled,canceled,dropped,abandoned,obsolete,wontfix,won't do,rejected".split(','),
      de: 'abgebrochen,entfällt,hinfällig,verworfen,abgesagt'.split(','),
      fr: 'annulé,annulée,abandonné'.split(','),
      es: 'cancelado,cancelada,anulado'.split(','),
      nl: 'geannuleerd,vervallen'.split(','),
      it: 'annullato,annullata'.split(','),
      pt: 'cancelado,cancelada,anulado'.split(','),
    },
  },
  'under-way-words': {
    doc: 'A Status column that begins so: the row’s task is in progress.',
    words: {
      en: 'in progress,in-progress,wip,ongoing,started,doing,under way'.split(','),
      de: 'in arbeit,läuft,in bearbeitung,begonnen'.split(','),
      fr: 'en cours'.split(','),
      es: 'en curso,en progreso,en proceso'.split(','),
      nl: 'bezig,lopend,in behandeling'.split(','),
      it: 'in corso'.split(','),
      pt: 'em curso,em andamento,em progresso'.split(','),
    },
  },
  'due-words': {
    doc: 'Before a day: the task is due then (`by Friday`).',
    words: {
      en: 'by,due,due by,due on,due date,due until,before,deadline,deadline is,no later than,not later than,latest by,at the latest by'.split(
        ',',
      ),
      de: 'bis,bis zum,bis zu,bis spätestens,spätestens,spätestens bis,spätestens am,fällig,fällig am,vor dem,frist,deadline'.split(
        ',',
      ),
      fr: "avant,avant le,avant la,d'ici,d'ici le,d'ici la,d'ici au,d'ici à,échéance,date limite,au plus tard,au plus tard le,deadline".split(
        ',',
      ),
      es: 'antes de,antes del,fecha límite,plazo,vence,vence el,a más tardar,a más tardar el,como tarde el,deadline'.split(
        ',',
      ),
      nl: 'vóór,uiterlijk,uiterlijk op,deadline,tegen,vervaldatum'.split(','),
      it: 'entro,entro il,entro la,entro e non oltre,entro e non oltre il,scadenza,prima di,prima del,deadline'.split(
        ',',
      ),
      pt: 'até,até a,até o,até ao,até à,até dia,até o dia,antes de,antes do,prazo,vence,vence em,deadline'.split(','),
      he: ['עד', 'עד ה'],
      ar: ['قبل', 'بحلول', 'حتى'],
      zh: ['截止', '不晚于'],
      ja: ['期限', '締切'],
    },
  },
  'due-not-after': {
    doc: 'Directly before such a word: no due date (`not by Friday`, `wait until Friday`).',
    words: {
      en: ['not', 'wait', 'hold', 'out', 'valid', 'never', 'open', 'away', 'closed', 'paused'],
      de: ['nicht', 'warten', 'gültig', 'offen', 'weg', 'geschlossen', 'gilt'],
      fr: ['pas', 'attendre', 'valable', 'absent', 'absente'],
      es: ['no', 'esperar', 'válido', 'válida', 'fuera'],
      nl: ['niet', 'wachten', 'geldig', 'weg'],
      it: ['non', 'aspettare', 'valido', 'valida', 'via'],
      pt: ['não', 'esperar', 'válido', 'válida', 'fora'],
    },
  },
} as const satisfies Record<string, WordList>;

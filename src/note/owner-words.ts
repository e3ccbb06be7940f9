/** Words by which a line tells whose task it is. Lower case; a row of `WORD_LISTS` each. */
import type { WordList } from './word-list';

export const OWNER_WORDS = {
  'owner-labels': {
    doc: 'Before a colon in or below a task, or over a table’s column: whose task it is.',
    words: {
      en: 'owner,owners,owned by,task owner,action owner,who,assignee,assignees,assigned,assigned to,responsible,responsible person,person responsible,lead,dri,by whom,contact,person'.split(
        ',',
      ),
      de: 'wer,verantwortlich,verantwortliche,verantwortlicher,verantwortung,zuständig,zuständige,zugewiesen,zugewiesen an,bearbeiter,bearbeiterin,person,federführung'.split(
        ',',
      ),
      fr: 'qui,responsable,responsables,assigné,assigné à,porteur,pilote,personne'.split(','),
      es: 'quién,quien,responsable,responsables,asignado,asignado a,encargado,encargada'.split(','),
      nl: 'wie,verantwoordelijke,verantwoordelijk,eigenaar,toegewezen aan,actiehouder'.split(','),
      it: 'chi,responsabile,responsabili,assegnato,assegnato a,incaricato'.split(','),
      pt: 'quem,responsável,responsáveis,atribuído,atribuído a,encarregado'.split(','),
      he: ['אחראי', 'אחראית', 'מי'],
      ar: ['المسؤول', 'من'],
      zh: ['负责人', '負責人', '责任人', '谁'],
      ja: ['担当', '担当者'],
      ko: ['담당', '담당자'],
    },
  },
  'owner-verbs': {
    doc: 'After a name at the start of a task: it is hers to do (`Ann to send the draft`).',
    words: {
      en: 'to,will,should,shall,must,needs to,need to,has to,have to,is to,are to,is going to,agreed to,promised to,volunteered to'.split(
        ',',
      ),
      de: 'soll,sollen,sollte,sollten,wird,werden,muss,müssen,übernimmt,übernehmen,kümmert sich um,kümmern sich um'.split(
        ',',
      ),
      fr: 'doit,doivent,devra,devront,va,vont,devrait'.split(','),
      es: 'debe,deben,va a,van a,tiene que,tienen que,deberá'.split(','),
      nl: 'zal,zullen,moet,moeten,gaat,gaan,dient'.split(','),
      it: 'deve,devono,dovrà,dovranno'.split(','),
      pt: 'deve,devem,vai,vão,tem de,tem que,deverá'.split(','),
    },
  },
  'owner-and-others': {
    doc: 'After the name of an owner: others with no name, who are left out (`Ann and the group to decide`).',
    words: {
      en: 'and the group,and the team,and the others,and the rest,and any others,and others,and everyone,and all,and team'.split(
        ',',
      ),
      de: 'und das team,und die gruppe,und die anderen,und andere,und alle'.split(','),
      fr: "et l'équipe,et le groupe,et les autres,et tous".split(','),
      es: 'y el equipo,y el grupo,y los demás,y otros,y todos'.split(','),
      nl: 'en het team,en de groep,en de anderen,en anderen,en iedereen'.split(','),
      it: 'e il team,e il gruppo,e gli altri,e altri,e tutti'.split(','),
      pt: 'e a equipe,e a equipa,e o grupo,e os outros,e outros,e todos'.split(','),
    },
  },
  'owner-not-before': {
    doc: 'After a name and such a verb: nothing that the person does (`Ann to be told`).',
    words: {
      en: 'be,receive,become,remain,stay,have been'.split(','),
      de: 'sein,bleiben,erhalten,bekommen,informiert'.split(','),
      fr: 'être,rester,recevoir'.split(','),
      es: 'ser,estar,recibir'.split(','),
      nl: 'zijn,blijven,worden,krijgen'.split(','),
      it: 'essere,restare,ricevere'.split(','),
      pt: 'ser,estar,ficar,receber'.split(','),
    },
  },
  'owner-please': {
    doc: 'After a name and a comma: the rest is asked of her (`Ann, please count the oars`).',
    words: {
      en: 'please,can you,could you,pls'.split(','),
      de: 'bitte'.split(','),
      fr: "s'il te plaît,s'il vous plaît,merci de".split(','),
      es: 'por favor'.split(','),
      nl: 'graag,alsjeblieft'.split(','),
      it: 'per favore,per piacere'.split(','),
      pt: 'por favor'.split(','),
    },
  },
  'before-a-task': {
    doc: 'Before a link or name at the end of a task: it is part of what is to be done, not its owner.',
    words: {
      en: 'to,with,from,for,about,and,or,of,by,on,in,at,into,via,against,between,than,like,as,per,re,regarding,including,versus,vs,is,are,was,the,a,an,see,both,not,without,under,over,after,before'.split(
        ',',
      ),
      de: 'an,mit,von,für,über,und,oder,bei,zu,zum,zur,aus,auf,in,im,ist,nach,vor,der,die,das,den,dem,siehe,ohne,als,wie'.split(
        ',',
      ),
      fr: 'à,avec,de,du,des,pour,sur,et,ou,chez,par,dans,en,au,aux,le,la,les,est,voir,sans'.split(','),
      es: 'a,con,de,del,para,sobre,y,o,en,por,al,el,la,los,las,es,ver,sin'.split(','),
      nl: 'aan,met,van,voor,over,en,of,bij,op,in,door,naar,de,het,een,is,zie,zonder'.split(','),
      it: 'a,con,di,da,per,su,e,o,in,al,allo,alla,il,la,lo,gli,le,del,della,è,vedi,senza'.split(','),
      pt: 'a,com,de,do,da,para,sobre,e,ou,em,no,na,por,ao,o,os,as,é,ver,sem'.split(','),
    },
  },
  'both-words': {
    doc: 'In an owner’s place: the two who were there, where they are two.',
    words: {
      en: ['both', 'both of us', 'both of you', 'both of them'],
      de: ['beide', 'wir beide'],
      fr: ['les deux', 'tous les deux', 'tous deux'],
      es: ['ambos', 'ambas', 'los dos'],
      nl: ['beiden', 'allebei'],
      it: ['entrambi', 'entrambe'],
      pt: ['ambos', 'ambas', 'os dois'],
    },
  },
  'me-words': {
    doc: 'In an owner’s place: me.',
    words: {
      en: ['me', 'myself', 'i'],
      de: ['ich', 'mich'],
      fr: ['moi', 'moi-même', 'je'],
      es: ['yo', 'mí'],
      nl: ['ik', 'mij'],
      it: ['io'],
      pt: ['eu', 'mim'],
    },
  },
  'owner-contexts': {
    doc: 'After an `@`: a place, a tool or a time, and nobody.',
    words: {
      en: 'home,computer,phone,office,errand,errands,desk,desktop,laptop,online,offline,web,internet,email,mail,call,calls,agenda,agendas,anywhere,everywhere,waiting,waiting-for,waitingfor,someday,later,now,here,there,channel,work,shop,store,town,car,bank,read,review,due,done,start,started,completed,cancelled,today,tomorrow,tonight,yesterday,noon,midnight,morning,evening,afternoon,weekend,week,month,monday,tuesday,wednesday,thursday,friday,saturday,sunday,mon,tue,wed,thu,fri,sat,sun,eod,eow,eom,high,medium,low,priority,urgent,asap,mac,pc,ipad,tablet,library,kitchen,garden,house,outside,low-energy,high-energy'.split(
        ',',
      ),
      de: 'zuhause,büro,telefon,rechner,unterwegs,einkaufen,warten,heute,morgen,mittag,abend,montag,dienstag,mittwoch,donnerstag,freitag,samstag,sonntag'.split(
        ',',
      ),
      fr: "maison,bureau,téléphone,ordinateur,courses,aujourd'hui,demain,midi,lundi,mardi,mercredi,jeudi,vendredi,samedi,dimanche".split(
        ',',
      ),
      es: 'casa,oficina,teléfono,ordenador,hoy,mañana,mediodía,lunes,martes,miércoles,jueves,viernes,sábado,domingo'.split(
        ',',
      ),
      nl: 'thuis,kantoor,telefoon,vandaag,morgen,maandag,dinsdag,woensdag,donderdag,vrijdag,zaterdag,zondag'.split(','),
      it: 'casa,ufficio,telefono,oggi,domani,lunedì,martedì,mercoledì,giovedì,venerdì,sabato,domenica'.split(','),
      pt: 'casa,escritório,telefone,hoje,amanhã,segunda,terça,quarta,quinta,sexta,sábado,domingo'.split(','),
    },
  },
} as const satisfies Record<string, WordList>;

/**
 * French and Spanish, as `word-table.ts` has it: their little words; of endings only the plural's, so that less is
 * found.
 */
import { formsOf, type WordTable, wordSet, type WrittenWord } from './word-table';

function withoutPlural({ folded }: WrittenWord): { stem: string; turn: null } {
  const stem = /^[a-z]{5,}$/.test(folded) ? folded.replace(/[sx]$/, '') : folded;
  return { stem, turn: null };
}

const isName = ({ isCapital, isFirst }: WrittenWord): boolean => isCapital && !isFirst;

const FRENCH_AMOUNTS = `deux trois quatre cinq six sept huit neuf dix onze douze demi|demie double lundi mardi mercredi jeudi vendredi samedi dimanche
  janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre q1 q2 q3 q4 t1 t2 t3 t4 demain semaine|semaines mois trimestre an|ans annee|annees`;

export const frenchWords = (): WordTable => ({
  language: 'fr',
  little:
    wordSet(`le la les l un une des du de d au aux a en dans sur avec par pour et ou ce cet cette ces il elle on ils elles je j nous vous tu se s sa son ses
    leur leurs notre nos votre vos mon ma mes que qu qui y est sont etait etaient sera seront etre ete ont avait auront avons avez suis doit doivent devons faut
    peut peuvent pourrait si comme alors aussi donc deja encore tout tous toute toutes bien tres merci svp faire fait`),
  asks: new Map([
    ['qui', 'who'],
    ['quoi', 'what'],
    ['quand', 'when'],
    ['pourquoi', 'why'],
    ['quel', 'which'],
    ['quelle', 'which'],
    ['quels', 'which'],
    ['quelles', 'which'],
    ['comment', 'how'],
    ['combien', 'how'],
  ]),
  turns: new Map(
    formsOf(`${FRENCH_AMOUNTS} avant apres chez depuis jusque|jusqu contre entre sauf hors plus moins premier|premiere second|seconde dernier|derniere
    prochain|prochaine nouveau|nouvelle|nouveaux|nouvelles ancien|ancienne interne externe hier aujourd matin soir nord sud est ouest gauche droite haut|haute bas|basse
    ouvert|ouverte ferme|fermee grand|grande petit|petite`).filter(([form]) => form !== 'est'),
  ),
  amounts: new Set(formsOf(FRENCH_AMOUNTS).map(([, stands]) => stands)),
  undecided: wordSet('ouvert incertain inconnu indecis peut-etre eventuellement discuter clarifier demander savoir'),
  howMuch: /\bcombien\b/i,
  letters: /[éèêëàâçîïôœû]/i,
  particles: new Set(),
  stemOf: withoutPlural,
  isName,
});

const SPANISH_AMOUNTS = `dos tres cuatro cinco seis siete ocho nueve diez once doce medio|media doble lunes martes miercoles jueves viernes sabado domingo
  enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre q1 q2 q3 q4 manana semana|semanas mes|meses trimestre ano|anos`;

export const spanishWords = (): WordTable => ({
  language: 'es',
  little:
    wordSet(`el la los las lo un una unos unas de del al a en con por para y e o u que se su sus mi mis tu tus nuestro nuestra nuestros nuestras este esta estos
    estas ese esa esos esas eso esto me te le les nos os yo es son era eran fue fueron sera seran ser esta estan estaba ha han hay haber debe deben hay puede pueden
    si como ya tambien aun todo todos toda todas muy bien favor hacer hace`),
  asks: new Map([
    ['quien', 'who'],
    ['quienes', 'who'],
    ['que', 'what'],
    ['cuando', 'when'],
    ['donde', 'where'],
    ['cual', 'which'],
    ['cuales', 'which'],
    ['como', 'how'],
    ['cuanto', 'how'],
    ['cuanta', 'how'],
    ['cuantos', 'how'],
    ['cuantas', 'how'],
  ]),
  turns: new Map(
    formsOf(`${SPANISH_AMOUNTS} antes despues desde hasta contra entre salvo excepto mas menos primer|primero|primera segundo|segunda ultimo|ultima
    proximo|proxima nuevo|nueva|nuevos|nuevas viejo|vieja interno|interna externo|externa hoy ayer tarde noche norte sur oeste izquierda derecha alto|alta bajo|baja
    abierto|abierta cerrado|cerrada grande pequeno|pequena`),
  ),
  amounts: new Set(formsOf(SPANISH_AMOUNTS).map(([, stands]) => stands)),
  undecided: wordSet('abierto pendiente incierto desconocido quizas quiza acaso discutir aclarar preguntar'),
  howMuch: /(?:^|[^\p{L}])cu[aá]nt[oa]s?(?![\p{L}])/iu,
  letters: /[ñ¿¡áíóú]/i,
  particles: new Set(),
  stemOf: withoutPlural,
  isName,
});

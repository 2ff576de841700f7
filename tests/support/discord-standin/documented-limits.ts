import { asList, asObject, type UploadedFile } from './request-body.js';
import { messageFlags, type Json } from './world.js';

/** Limits that Discord documents but its API description lacks or states too loosely. */

const maximum = {
  attachments: 10,
  fileBytes: 10 * 1024 * 1024,
  altText: 1024,
  content: 2000,
  rows: 5,
  buttonsInRow: 5,
  componentsV2: 40,
  textV2: 4000,
  modalComponents: 5,
  choices: 25,
  commandCharacters: 8000,
} as const;

const rowType = 1;
const buttonType = 2;
const textDisplayType = 10;
const mediaGalleryType = 12;

/** Checks a message that a bot wants to send or edit. */
export function checkMessage(body: Json, files: readonly UploadedFile[]): string[] {
  const components = asList(body['components']);
  const isV2 = (Number(body['flags'] ?? 0) & messageFlags.componentsV2) !== 0;
  const content = typeof body['content'] === 'string' ? body['content'] : '';
  return [
    ...checkFiles(body, files),
    ...when(content.length > maximum.content, `content of ${content.length} characters`),
    ...when(
      isV2 && (content !== '' || asList(body['embeds']).length > 0),
      'components v2 beside content or embeds',
    ),
    ...(isV2 ? checkV2(components) : checkRows(components)),
    ...checkCustomIds(components),
    ...checkMentions(body),
  ];
}

function checkFiles(body: Json, files: readonly UploadedFile[]): string[] {
  const attachments = asList(body['attachments']);
  const named = new Set(attachments.map((a) => String(a['id'])));
  return [
    ...when(attachments.length > maximum.attachments, `${attachments.length} attachments`),
    ...when(
      files.some((file) => !named.has(file.index)),
      'a file without its attachment',
    ),
    ...attachments.flatMap((a) =>
      when(String(a['description'] ?? '').length > maximum.altText, 'alt text too long'),
    ),
  ];
}

/** True where Discord answers 413 instead of 400. */
export function isTooLarge(
  files: readonly UploadedFile[],
  limit: number = maximum.fileBytes,
): boolean {
  return files.some((file) => file.bytes.length > limit);
}

function checkRows(rows: readonly Json[]): string[] {
  return [
    ...when(rows.length > maximum.rows, `${rows.length} rows of components`),
    ...rows.flatMap((row) => {
      const inside = asList(row['components']);
      const buttons = inside.filter((c) => c['type'] === buttonType).length;
      return [
        ...when(row['type'] !== rowType, 'a component outside a row without the v2 flag'),
        ...when(inside.length === 0, 'an empty row'),
        ...when(buttons > maximum.buttonsInRow, `${buttons} buttons in a row`),
        ...when(buttons < inside.length && inside.length > 1, 'a select beside others in a row'),
      ];
    }),
  ];
}

function checkV2(components: readonly Json[]): string[] {
  const all = flatten(components);
  const text = all
    .filter((c) => c['type'] === textDisplayType)
    .reduce((sum, c) => sum + String(c['content']).length, 0);
  const galleries = all.filter((c) => c['type'] === mediaGalleryType);
  return [
    ...when(all.length > maximum.componentsV2, `${all.length} components`),
    ...when(text > maximum.textV2, `${text} characters in text displays`),
    ...when(
      galleries.some((g) => asList(g['items']).length > 10),
      'more than 10 in a media gallery',
    ),
    ...checkRows(all.filter((c) => c['type'] === rowType)),
  ];
}

/** A component with everything inside it. */
export function flatten(components: readonly Json[]): Json[] {
  return components.flatMap((component) => [
    component,
    ...flatten(asList(component['components'])),
    ...('accessory' in component ? [asObject(component['accessory'])] : []),
    ...(typeof component['component'] === 'object' ? [asObject(component['component'])] : []),
  ]);
}

function checkCustomIds(components: readonly Json[]): string[] {
  const ids = flatten(components).flatMap((c) =>
    typeof c['custom_id'] === 'string' ? [c['custom_id']] : [],
  );
  return [
    ...when(new Set(ids).size < ids.length, `custom_id used twice: ${ids.join(' ')}`),
    ...ids.flatMap((id) => when(id.length > 100, `custom_id of ${id.length} characters`)),
  ];
}

/** The project's own rule: whatever people wrote, nobody is ever pinged. */
function checkMentions(body: Json): string[] {
  const parse = asObject(body['allowed_mentions'])['parse'];
  const hasWords = (body['content'] ?? '') !== '' || asList(body['components']).length > 0;
  const isNone = Array.isArray(parse) && parse.length === 0;
  return when(hasWords && !isNone, 'allowed_mentions is not none');
}

/** Violations of a modal, in words; empty if there are none. */
export function checkModal(data: Json): string[] {
  const components = asList(data['components']);
  return [
    ...when(components.length > maximum.modalComponents, `${components.length} in a modal`),
    ...checkCustomIds(components),
  ];
}

/**
 * Violations of the choices offered while somebody types into an option; empty when nothing
 * is.
 */
export function checkChoices(data: Json): string[] {
  const choices = asList(data['choices']);
  return [
    ...when(choices.length > maximum.choices, `${choices.length} choices`),
    ...choices.flatMap((c) =>
      when(String(c['name']).length > 100 || String(c['value']).length > 100, 'a choice too long'),
    ),
  ];
}

const commandName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Checks a whole set of commands, as they are registered. */
export function checkCommands(commands: readonly Json[]): string[] {
  return commands.flatMap((command) => {
    const name = String(command['name']);
    const length = commandCharacters(command);
    return [
      ...((command['type'] ?? 1) === 1 ? checkNames(command, name) : []),
      ...when(length > maximum.commandCharacters, `/${name} has ${length} characters`),
    ];
  });
}

function checkNames(command: Json, path: string): string[] {
  const options = asList(command['options']);
  const names = [command['name'], ...Object.values(asObject(command['name_localizations']))];
  const firstOptional = options.findIndex((o) => o['required'] !== true);
  return [
    ...names.flatMap((name) =>
      when(
        !commandName.test(String(name)) || String(name) !== String(name).toLowerCase(),
        `name ${String(name)} in /${path}`,
      ),
    ),
    ...when(
      firstOptional >= 0 && options.slice(firstOptional).some((o) => o['required'] === true),
      `/${path}: a required option after an optional one`,
    ),
    ...checkUnique(options, path),
    ...options.flatMap((option) => checkNames(option, `${path} ${String(option['name'])}`)),
  ];
}

function checkUnique(options: readonly Json[], path: string): string[] {
  const locales = options.flatMap((o) => Object.keys(asObject(o['name_localizations'])));
  return [undefined, ...new Set(locales)].flatMap((locale) => {
    const names = options.map((o) =>
      locale === undefined ? o['name'] : (asObject(o['name_localizations'])[locale] ?? o['name']),
    );
    return when(
      new Set(names).size < names.length,
      `/${path}: two options of one name in ${locale ?? 'the default'}`,
    );
  });
}

/** Discord counts the longest localisation of each text. */
function commandCharacters(part: Json): number {
  const longest = (plain: unknown, localised: unknown) =>
    Math.max(
      String(plain ?? '').length,
      ...Object.values(asObject(localised)).map((text) => String(text).length),
    );
  return (
    longest(part['name'], part['name_localizations']) +
    longest(part['description'], part['description_localizations']) +
    String(part['value'] ?? '').length +
    [...asList(part['options']), ...asList(part['choices'])].reduce(
      (sum, inner) => sum + commandCharacters(inner),
      0,
    )
  );
}

function when(isWrong: boolean, problem: string): string[] {
  return isWrong ? [problem] : [];
}

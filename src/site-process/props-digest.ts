import { hash } from 'node:crypto';

/** What is longer stands in what holds it by its digest, which is remembered for the object. */
const mostInline = 200;
const digests = new WeakMap<object, string>();

/**
 * A digest of plain data: the key of a page that shows nothing else. An object that was digested before is not looked into
 * again: data of pages are never changed, what changes is another object.
 * @throws where there is anything that has no form in JSON, as a Map or a function: its content would be in no key
 */
export const propsDigest = (props: unknown): string => digestOf(formOf(props, 'props'));

const digestOf = (text: string): string => hash('sha256', text, 'base64url').slice(0, 22);

const formOf = (value: unknown, place: string): string => {
  switch (typeof value) {
    case 'string':
      return value.length > mostInline ? `#${digestOf(value)}` : JSON.stringify(value);
    case 'number':
    case 'boolean':
    case 'undefined':
      return String(value);
    case 'object':
      return value === null ? 'null' : formOfObject(value, place);
    default:
      throw new Error(`${place} is a ${typeof value}, which is no plain data.`);
  }
};

const formOfObject = (value: object, place: string): string => {
  const known = digests.get(value);
  if (known !== undefined) return known;
  const form = Array.isArray(value)
    ? `[${value.map((item, index) => formOf(item, `${place}.${index}`)).join(',')}]`
    : formOfRecord(value, place);
  if (form.length <= mostInline) return form;
  const digest = `#${digestOf(form)}`;
  digests.set(value, digest);
  return digest;
};

const formOfRecord = (value: object, place: string): string => {
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw new Error(`${place} is a ${prototype.constructor?.name}, which is no plain data.`);
  }
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .map(([name, field]) => `${JSON.stringify(name)}:${formOf(field, `${place}.${name}`)}`);
  return `{${fields.join(',')}}`;
};

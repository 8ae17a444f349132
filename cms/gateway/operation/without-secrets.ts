/** What stands in the place of a secret. */
const mark = '***';

/** The first part of an address of mail: it names a person. What follows it names a machine. */
const mailbox = /[\w.+-]{1,64}(?=@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,})/gi;

/**
 * Makes what takes secrets out of a text before it is written down, and whose mail it was.
 * @param secrets also as they stand in JSON and in addresses
 */
export const withoutSecrets = (secrets: readonly string[]): ((text: string) => string) => {
  const forms = [
    ...new Set(
      secrets.flatMap((secret) => [
        secret,
        JSON.stringify(secret).slice(1, -1),
        encodeURIComponent(secret),
        Buffer.from(secret).toString('base64'),
      ]),
    ),
  ]
    .filter((form) => form.length > 0)
    // A secret that holds another goes first.
    .toSorted((one, other) => other.length - one.length);
  return (text) =>
    forms.reduce((rest, form) => rest.replaceAll(form, mark), text).replace(mailbox, mark);
};

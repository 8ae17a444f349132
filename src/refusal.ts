/** What a person can mend, in one Japanese sentence: told without the place in our code that noticed it. */
export class Refusal extends Error {}

declare module 'jsonld' {
  const jsonld: {
    expand(
      document: object,
      options: { documentLoader: (url: string) => Promise<never> },
    ): Promise<readonly Readonly<Record<string, readonly unknown[]>>[]>;
  };
  export default jsonld;
}

/** A `CodegenConfig` of @graphql-codegen/cli. */
export default {
  schema: 'schema.graphql',
  documents: ['*.graphql', 'src/**/*.ts'],
  generates: {
    'src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string', // needs no graphql at run time
        enumType: 'string-literal',
        useTypeImports: true,
        importExtension: '.js', // as NodeNext wants it; bundlers accept it too
        scalars: {
          DateTime: 'string',
          Duration: 'string',
          CurrencyCode: 'string',
          Cursor: 'string',
          JSON: 'unknown',
          Decimal: { input: 'string | number', output: 'string' },
        },
      },
    },
  },
};

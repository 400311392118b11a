import { AjvCompiler } from '@fastify/ajv-compiler';
import type { FastifyInstance, FastifySchemaCompiler } from 'fastify';

type Compiler = FastifySchemaCompiler<object>;
type Validate = ReturnType<Compiler>;

/** A request is checked as it is: nothing unknown is dropped, nothing is coerced. */
const OPTIONS = {
  removeAdditional: false,
  coerceTypes: false,
  allErrors: false,
  verbose: true,
  keywords: ['style', 'explode'],
};

/** Compiles a schema at the first request that it is to check: to compile them all takes a third of a start. */
export function validateLazily(app: FastifyInstance): void {
  let compiler: Compiler | undefined;
  const compile: Compiler = (route) => {
    compiler ??= AjvCompiler()(sharedSchemas(app), { customOptions: OPTIONS });
    return compiler(route);
  };
  app.setValidatorCompiler<object>((route) => {
    let compiled: Validate | undefined;
    const validate: Validate = (value: unknown) => {
      compiled ??= compile(route);
      const outcome = compiled(value);
      validate.errors = compiled.errors ?? null;
      return outcome;
    };
    return validate;
  });
}

function sharedSchemas(app: FastifyInstance): Record<string, object> {
  const isSchema = (entry: [string, unknown]): entry is [string, object] => typeof entry[1] === 'object';
  return Object.fromEntries(Object.entries(app.getSchemas()).filter(isSchema));
}

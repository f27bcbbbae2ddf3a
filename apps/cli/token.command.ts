import { assertDemoOnly, DemoIdentity, demoUser, roles } from '@sikkerby/access';
import { ConfigurationError, readConfiguration, secret } from '@sikkerby/configuration';
import { Argument, Command } from 'commander';
import { answers, UserError } from './program.js';

/** `sikkerby token`: a token of the demo identity, for trying the API out. */
export function tokenCommand(): Command {
  return answers(
    new Command('token')
      .addArgument(new Argument('<role>', 'whose').choices(roles))
      .description('a token of the demo user with that role, for 15 minutes; never in production'),
    async (_options, wanted) => {
      const configuration = readConfiguration();
      assertDemoOnly(configuration.NODE_ENV, configuration.HOST);
      if (configuration.OIDC_ISSUER) {
        throw new ConfigurationError('OIDC_ISSUER: there are no demo tokens beside real ones');
      }
      const role = roles.find((name) => name === wanted);
      if (!role) throw new UserError(`the roles are ${roles.join(', ')}`);
      const user = demoUser(role);
      const identity = await DemoIdentity.from(await secret(configuration, 'TOKEN_KEY'));
      const token = await identity.sign(user);
      return { json: { ...user, token }, text: token };
    },
  );
}

import { assertDemoOnly, demoUser, roles } from '@sikkerby/access';
import { Argument, Command } from 'commander';
import { UserError, works } from './program.js';

/** `sikkerby token`: a token of the demo identity, for trying the API out. */
export function tokenCommand(): Command {
  return works(
    new Command('token')
      .addArgument(new Argument('<role>', 'whose').choices(roles))
      .description('a token of the demo user with that role, for 12 hours; never in production'),
    async ({ configuration, demoIdentity }, _options, wanted) => {
      assertDemoOnly(configuration.NODE_ENV, configuration.HOST);
      const role = roles.find((name) => name === wanted);
      if (!role) throw new UserError(`the roles are ${roles.join(', ')}`);
      const user = demoUser(role);
      const token = await demoIdentity().sign(user);
      return { json: { ...user, token }, text: token };
    },
  );
}

import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CurrentActor } from './current-actor.js';

/** Provides who acts now. */
@Global()
@Module({})
export class CurrentActorModule {
  static forRoot(current: CurrentActor): DynamicModule {
    const provider = { provide: CurrentActor, useValue: current };
    return { module: CurrentActorModule, providers: [provider], exports: [provider] };
  }
}

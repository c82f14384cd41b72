import { Module } from '@nestjs/common';
import { DemoRepository } from './demo.repository.js';

@Module({ providers: [DemoRepository], exports: [DemoRepository] })
export class DemoModule {}

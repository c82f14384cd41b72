import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AppUserRow } from './app-user.row.js';
import { UsersService } from './users.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([AppUserRow])],
  providers: [UsersService],
  exports: [UsersService],
})
export class UsersModule {}

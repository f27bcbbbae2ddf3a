import 'reflect-metadata';
import { Body, Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

@Controller('youth-concern')
class EmptyController {
  @Post('cases')
  nothing(@Body() body: object) {
    return typeof body;
  }
}

@Module({ controllers: [EmptyController] })
class EmptyModule {}

/** What Nest on Fastify does at least: reads a body and answers. */
const app = await NestFactory.create<NestFastifyApplication>(EmptyModule, new FastifyAdapter());
await app.listen(Number(process.env.PORT), '127.0.0.1');

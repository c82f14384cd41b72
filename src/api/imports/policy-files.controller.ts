import { Controller, HttpCode, Post, UploadedFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ControlDataService } from '../../modules/controls/control-data.service.js';
import { DeductionPoliciesService } from '../../modules/deductions/deduction-policies.service.js';
import { HonorPoliciesService } from '../../modules/honor-policies/honor-policies.service.js';
import { Acts } from '../../web/operation.decorator.js';
import { TakesFile } from '../../web/upload.interceptor.js';
import { withFile, type ArrivedFile } from '../../web/uploaded-file.js';
import type { Visitor } from '../security/visitor.js';
import { By } from '../security/visitor.decorator.js';
import { PolicyFileAnswer, SettingsAnswer } from './import.dto.js';

const DOCUMENTS = ['.yaml', '.yml', '.json'];

/** Rules as documents with their legal basis: honor, deductions, controls. */
@ApiTags('Kebijakan')
@Controller('policy-files')
export class PolicyFilesController {
  constructor(
    private readonly honor: HonorPoliciesService,
    private readonly deductions: DeductionPoliciesService,
    private readonly controls: ControlDataService,
  ) {}

  @Post('honor')
  @HttpCode(200)
  @Acts('policy.import')
  @ApiOperation({ summary: 'Memuat kebijakan honor' })
  @TakesFile()
  @ApiOkResponse({ type: PolicyFileAnswer })
  honorFile(
    @UploadedFile() file: ArrivedFile | undefined,
    @By() { person }: Visitor,
  ): Promise<PolicyFileAnswer> {
    return withFile(file, DOCUMENTS, async (path) => {
      const { code, version, isNew } = await this.honor.importFile(path, person.userId);
      return { items: [{ code, version, isNew }] };
    });
  }

  @Post('deductions')
  @HttpCode(200)
  @Acts('deduction.import')
  @ApiOperation({ summary: 'Memuat kebijakan potongan' })
  @TakesFile()
  @ApiOkResponse({ type: PolicyFileAnswer })
  deductionFile(
    @UploadedFile() file: ArrivedFile | undefined,
    @By() { person }: Visitor,
  ): Promise<PolicyFileAnswer> {
    return withFile(file, DOCUMENTS, async (path) => {
      const stored = await this.deductions.importFile(path, person.userId);
      return { items: stored.map(({ code, version, isNew }) => ({ code, version, isNew })) };
    });
  }

  @Post('control-settings')
  @HttpCode(200)
  @Acts('control.settings')
  @ApiOperation({ summary: 'Memuat pengaturan kontrol' })
  @TakesFile()
  @ApiOkResponse({ type: SettingsAnswer })
  settings(
    @UploadedFile() file: ArrivedFile | undefined,
    @By() { person }: Visitor,
  ): Promise<SettingsAnswer> {
    return withFile(file, DOCUMENTS, async (path) => {
      await this.controls.importSettings(path, person.userId);
      return { items: 1 };
    });
  }

  @Post('control-ceilings')
  @HttpCode(200)
  @Acts('control.settings')
  @ApiOperation({ summary: 'Memuat batas tertinggi honor' })
  @TakesFile()
  @ApiOkResponse({ type: SettingsAnswer })
  ceilings(
    @UploadedFile() file: ArrivedFile | undefined,
    @By() { person }: Visitor,
  ): Promise<SettingsAnswer> {
    return withFile(file, DOCUMENTS, async (path) => {
      const ceilings = await this.controls.importCeilings(path, person.userId);
      return { items: ceilings.length };
    });
  }
}

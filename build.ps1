# Lints, builds and tests; ends with one line: N passed, N failed, N skipped. Other targets: --target=Unit|Bench|Covered|Publish.
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot
$env:DOTNET_CLI_TELEMETRY_OPTOUT = 1; $env:DOTNET_NOLOGO = 1; $env:DOTNET_CLI_UI_LANGUAGE = 'en'
dotnet tool restore | Out-Null
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
dotnet cake build.cake --verbosity=quiet @args
exit $LASTEXITCODE

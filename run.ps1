# Builds GuidelineBench when its sources have changed, then runs it: ./run.ps1 VERB [OPTIONS], see ./run.ps1 --help.
Set-StrictMode -Version Latest
$root = $PSScriptRoot
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'

function Stop-Run([int] $code, [string] $message) {
    [Console]::Error.WriteLine("guidelinebench: $message")
    exit $code
}

$missing = 'the .NET 10 SDK is missing; allowed: .NET SDK 10, https://dot.net/download'
if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) { Stop-Run 4 $missing }

# The tests need every project, everything else only the program.
$isTest = $args.Count -gt 0 -and $args[0] -eq 'test'
$target = if ($isTest) { 'GuidelineBench.sln' } else { 'src/GuidelineBench.Cli/GuidelineBench.Cli.csproj' }
$sources = @('src', 'kernels', 'benchmarks', 'Directory.Build.props', 'Directory.Packages.props', 'global.json')
if ($isTest) { $sources += @('tests', 'GuidelineBench.sln') }
$state = Join-Path $root 'obj'
$runStamp = Join-Path $state 'built-run'
$stamp = if ($isTest) { Join-Path $state 'built-test' } else { $runStamp }

# Folders count too: their time changes when a file is added or removed.
function Test-ChangedSince([datetime] $time, [bool] $filesOnly) {
    foreach ($source in $sources) {
        $path = Join-Path $root $source
        $items = @(Get-Item -Force $path) + @(Get-ChildItem -Force -Recurse $path)
        foreach ($item in $items) {
            if ($item.FullName -match '[\\/](bin|obj)([\\/]|$)' -or ($filesOnly -and $item.PSIsContainer)) { continue }
            if ($item.LastWriteTimeUtc -gt $time) { return $true }
        }
    }
    return $false
}

function Test-UpToDate {
    return (Test-Path $stamp) -and -not (Test-ChangedSince (Get-Item $stamp).LastWriteTimeUtc $false)
}

function Invoke-Build {
    if (-not (dotnet --list-sdks | Select-String -Pattern '^10\.' -Quiet)) { Stop-Run 4 $missing }
    [Console]::Error.WriteLine("guidelinebench: building $target")
    $started = [datetime]::UtcNow
    # Build servers would outlive the build and stand beside the measurement.
    dotnet restore $target --disable-build-servers -v quiet | ForEach-Object { [Console]::Error.WriteLine($_) }
    if ($LASTEXITCODE -ne 0) { Stop-Run 4 'packages could not be restored, see above' }
    dotnet build $target -c Release --no-restore --disable-build-servers --nologo -v quiet -clp:NoSummary | ForEach-Object { [Console]::Error.WriteLine($_) }
    if ($LASTEXITCODE -ne 0) { Stop-Run 5 'the build failed, see above' }
    # What was edited meanwhile may not be in it; folders do not count here, the build adds bin and obj to them.
    if (-not (Test-ChangedSince $started $true)) {
        foreach ($path in $stamp, $runStamp) { [IO.File]::WriteAllText($path, '') }
    }
}

if (-not (Test-UpToDate)) {
    New-Item -ItemType Directory -Force $state | Out-Null
    $lock = $null
    # One build at a time.
    while ($null -eq $lock) {
        try { $lock = [IO.File]::Open((Join-Path $state 'build.lock'), 'OpenOrCreate', 'ReadWrite', 'None') }
        catch [IO.IOException] { Start-Sleep -Milliseconds 200 }
    }
    # global.json is looked up from the current folder.
    Push-Location $root
    try { if (-not (Test-UpToDate)) { Invoke-Build } }
    finally { Pop-Location; $lock.Dispose() }
}

& dotnet (Join-Path $root 'src/GuidelineBench.Cli/bin/Release/net10.0/guidelinebench.dll') @args
exit $LASTEXITCODE

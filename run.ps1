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

# GPU kernels need ILGPU, which not every package source has: restored once where it can be had, done without elsewhere.
$gpu = if ($env:GUIDELINEBENCH_GPU) { $env:GUIDELINEBENCH_GPU } else { 'auto' }
if ($gpu -cnotin 'auto', 'on', 'off') { Stop-Run 3 "unknown value '$gpu': GUIDELINEBENCH_GPU; allowed: auto, on, off" }
$env:GUIDELINEBENCH_GPU = $gpu
$source = "$env:GUIDELINEBENCH_NUGET_SOURCE"
# The restore runs in another folder.
if ($source -and (Test-Path -PathType Container $source)) { $source = (Resolve-Path $source).Path }
$ilgpu = ([xml](Get-Content -Raw (Join-Path $root 'Directory.Packages.props'))).SelectSingleNode("//PackageVersion[@Include='ILGPU']").Version
$packages = if ($env:NUGET_PACKAGES) { $env:NUGET_PACKAGES } else { Join-Path ([Environment]::GetFolderPath('UserProfile')) '.nuget/packages' }

function Test-Ilgpu {
    return (Test-Path (Join-Path $packages "ilgpu/$ilgpu")) -and (Test-Path (Join-Path $packages "ilgpu.algorithms/$ilgpu"))
}

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

# What is built with ILGPU is another build than what is built without.
function Get-Kernels {
    if ($gpu -ne 'off' -and (Test-Ilgpu)) { return 'with' }
    return 'without'
}

# A try that failed is not made again until there is another source to try, or it is asked for.
$ilgpuMissing = Join-Path $state 'ilgpu-missing'
function Test-MayGetIlgpu {
    if ($gpu -eq 'off' -or (Test-Ilgpu)) { return $false }
    return $gpu -eq 'on' -or -not (Test-Path $ilgpuMissing) -or $source -ne [IO.File]::ReadAllText($ilgpuMissing)
}

function Get-Ilgpu {
    $arguments = @('kernels/GuidelineBench.Kernels.Ilgpu/GuidelineBench.Kernels.Ilgpu.csproj', '-p:WithIlgpu=true')
    if ($source) { $arguments += "-p:RestoreAdditionalProjectSources=$source" }
    dotnet restore @arguments --disable-build-servers -v quiet *> (Join-Path $state 'ilgpu-restore.log')
    if ($LASTEXITCODE -eq 0 -and (Test-Ilgpu)) {
        Remove-Item -Force -ErrorAction SilentlyContinue $ilgpuMissing
        return
    }
    [IO.File]::WriteAllText($ilgpuMissing, $source)
    $without = "ILGPU $ilgpu could not be restored (obj/ilgpu-restore.log says why)"
    $allowed = 'a folder or feed that has ILGPU and ILGPU.Algorithms in GUIDELINEBENCH_NUGET_SOURCE'
    if ($gpu -eq 'on') { Stop-Run 4 "$without; GUIDELINEBENCH_GPU=on; allowed: $allowed" }
    [Console]::Error.WriteLine("guidelinebench: $without, so there are no GPU kernels; to have them: $allowed")
}

function Test-UpToDate {
    return -not (Test-MayGetIlgpu) -and (Test-Path $stamp) -and [IO.File]::ReadAllText($stamp) -eq (Get-Kernels) -and
        -not (Test-ChangedSince (Get-Item $stamp).LastWriteTimeUtc $false)
}

function Invoke-Build {
    if (-not (dotnet --list-sdks | Select-String -Pattern '^10\.' -Quiet)) { Stop-Run 4 $missing }
    if (Test-MayGetIlgpu) { Get-Ilgpu }
    [Console]::Error.WriteLine("guidelinebench: building $target")
    $started = [datetime]::UtcNow
    # Build servers would outlive the build and stand beside the measurement.
    dotnet restore $target --disable-build-servers -v quiet | ForEach-Object { [Console]::Error.WriteLine($_) }
    if ($LASTEXITCODE -ne 0) { Stop-Run 4 'packages could not be restored, see above' }
    dotnet build $target -c Release --no-restore --disable-build-servers --nologo -v quiet -clp:NoSummary | ForEach-Object { [Console]::Error.WriteLine($_) }
    if ($LASTEXITCODE -ne 0) { Stop-Run 5 'the build failed, see above' }
    # What was edited meanwhile may not be in it; folders do not count here, the build adds bin and obj to them.
    if (-not (Test-ChangedSince $started $true)) {
        foreach ($path in $stamp, $runStamp) { [IO.File]::WriteAllText($path, (Get-Kernels)) }
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

# PowerShell makes an array of 1,2: it is one argument again.
$arguments = @(foreach ($argument in $args) { $argument -join ',' })
& dotnet (Join-Path $root 'src/GuidelineBench.Cli/bin/Release/net10.0/guidelinebench.dll') @arguments
exit $LASTEXITCODE

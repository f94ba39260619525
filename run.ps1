# Builds GuidelineBench when its sources have changed, then runs it: ./run.ps1 VERB [OPTIONS], see ./run.ps1 --help.
# Codes 1 and 2 are verdicts of the program: whatever ends before it ends with 3, 4, 5 or 130.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false

function Stop-Run([int] $code, [string] $message) {
    [Console]::Error.WriteLine("guidelinebench: $message")
    $script:ended = $true
    exit $code
}

$ended = $false
trap { Stop-Run 5 "the program was not started: $("$_" -replace '\s+', ' ')" }

$missing = 'the .NET 10 SDK is missing: dotnet is not in PATH; allowed: .NET SDK 10, https://dot.net/download'
if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) { Stop-Run 4 $missing }

# The sources lie where the script itself does, whatever links lead to it.
$file = Get-Item -Force $PSCommandPath
while ($file.LinkType -eq 'SymbolicLink') {
    $link = @($file.Target)[0]
    if (-not [IO.Path]::IsPathRooted($link)) { $link = Join-Path $file.DirectoryName $link }
    $file = Get-Item -Force $link
}
$root = $file.DirectoryName
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'

# Without HOME .NET looks for the account's own folder, and the SDK looks for none.
$onWindows = [IO.Path]::DirectorySeparatorChar -eq '\'
$account = [Environment]::GetFolderPath('UserProfile')
if (-not $account) { $account = Join-Path $root 'obj/home' }
if (-not $onWindows -and -not $env:HOME) { $env:HOME = $account }

# GPU kernels need ILGPU, which not every package source has: restored once where it can be had, done without elsewhere.
$gpu = if ($env:GUIDELINEBENCH_GPU) { $env:GUIDELINEBENCH_GPU } else { 'auto' }
if ($gpu -cnotin 'auto', 'on', 'off') { Stop-Run 3 "unknown value '$gpu': GUIDELINEBENCH_GPU; allowed: auto, on, off" }
$env:GUIDELINEBENCH_GPU = $gpu
$source = "$env:GUIDELINEBENCH_NUGET_SOURCE"
# The restore runs in another folder.
if ($source -and (Test-Path -PathType Container $source)) { $source = (Resolve-Path $source).Path }
$versions = Join-Path $root 'Directory.Packages.props'
$ilgpu = if (Test-Path $versions) { ([xml](Get-Content -Raw $versions)).SelectSingleNode("//PackageVersion[@Include='ILGPU']") }
if (-not $ilgpu) { Stop-Run 3 "no sources beside run.ps1: $root; allowed: the run.ps1 of a source tree, or a link to it" }
$ilgpu = $ilgpu.Version
$packages = if ($env:NUGET_PACKAGES) { $env:NUGET_PACKAGES } else { Join-Path $account '.nuget/packages' }

function Test-Ilgpu {
    return (Test-Path (Join-Path $packages "ilgpu/$ilgpu")) -and (Test-Path (Join-Path $packages "ilgpu.algorithms/$ilgpu"))
}

# The tests need every project, everything else only the program.
$isTest = $args.Count -gt 0 -and $args[0] -ceq 'test'
$target = if ($isTest) { 'GuidelineBench.sln' } else { 'src/GuidelineBench.Cli/GuidelineBench.Cli.csproj' }
$program = Join-Path $root 'src/GuidelineBench.Cli/bin/Release/net10.0/guidelinebench'
$sources = @('src', 'kernels', 'benchmarks', 'Directory.Build.props', 'Directory.Packages.props', 'global.json')
if ($isTest) { $sources += @('tests', 'GuidelineBench.sln') }
$state = Join-Path $root 'obj'
$unfinished = Join-Path $state 'unfinished'
$runStamp = Join-Path $state 'built-run'
$stamp = if ($isTest) { Join-Path $state 'built-test' } else { $runStamp }

# Folders count too: their time changes when a file is added or removed. What cannot be looked through may have changed.
function Test-ChangedSince([string] $marker, [bool] $filesOnly) {
    try {
        $time = [IO.File]::GetLastWriteTimeUtc($marker)
        $pending = New-Object 'Collections.Generic.Stack[IO.FileSystemInfo]'
        foreach ($source in $sources) { $pending.Push((Get-Item -Force (Join-Path $root $source))) }
        while ($pending.Count -gt 0) {
            $item = $pending.Pop()
            $isFolder = $item -is [IO.DirectoryInfo]
            if ($item.LastWriteTimeUtc -gt $time -and -not ($filesOnly -and $isFolder)) { return $true }
            if (-not $isFolder) { continue }
            foreach ($child in $item.EnumerateFileSystemInfos()) { if ($child.Name -cnotin 'bin', 'obj') { $pending.Push($child) } }
        }
        return $false
    } catch { return $true }
}

# What is built with ILGPU is another build than what is built without.
function Get-Kernels {
    if ($gpu -ne 'off' -and (Test-Ilgpu)) { return 'with' }
    return 'without'
}

# MSBuild takes every variable for a property (Platform=x64). Names of properties have no underscore: only names with one,
# and these, reach it. A folder above has its say neither (Directory.Build.props keeps out the rest of what it may hold).
$kept = @('HOME', 'HOSTNAME', 'KRB5CCNAME', 'LANG', 'LANGUAGE', 'LOGNAME', 'PATH', 'PWD', 'SHELL', 'TEMP', 'TERM', 'TMP', 'TMPDIR', 'TZ', 'USER')
if ($onWindows) {
    $kept += @(
        'ALLUSERSPROFILE', 'APPDATA', 'COMMONPROGRAMFILES', 'COMMONPROGRAMFILES(X86)', 'COMMONPROGRAMW6432', 'COMPUTERNAME', 'COMSPEC',
        'HOMEDRIVE', 'HOMEPATH', 'LOCALAPPDATA', 'OS', 'PATHEXT', 'PROGRAMDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)', 'PROGRAMW6432',
        'PSMODULEPATH', 'PUBLIC', 'SYSTEMDRIVE', 'SYSTEMROOT', 'USERDOMAIN', 'USERNAME', 'USERPROFILE', 'WINDIR')
}

function Test-Property([string] $name) {
    if ($name -cmatch '^(_|MSBUILD_|DOTNET_MSBUILD_|DOTNET_HOST_PATH$)') { return $true }
    return -not $name.Contains('_') -and $(if ($onWindows) { $name -notin $kept } else { $name -cnotin $kept })
}

function Invoke-Sdk([string[]] $arguments, [string] $log) {
    $ErrorActionPreference = 'Continue'
    $arguments += @('--disable-build-servers', '-noAutoResponse', '-p:ImportDirectorySolutionProps=false', '-p:ImportDirectorySolutionTargets=false', '-v', 'quiet')
    $properties = @{}
    foreach ($name in @([Environment]::GetEnvironmentVariables().Keys)) {
        if (-not (Test-Property $name)) { continue }
        $properties[$name] = [Environment]::GetEnvironmentVariable($name)
        [Environment]::SetEnvironmentVariable($name, [NullString]::Value)
    }
    # global.json is looked up from the current folder.
    Push-Location $root
    try {
        if ($log) { $null | & dotnet @arguments *> $log }
        else { $null | & dotnet @arguments 2>&1 | ForEach-Object { [Console]::Error.WriteLine("$_") } }
    }
    finally {
        Pop-Location
        foreach ($name in $properties.Keys) { [Environment]::SetEnvironmentVariable($name, $properties[$name]) }
    }
}

function Write-State([string] $path, [string] $text) {
    try { [IO.File]::WriteAllText($path, $text) }
    catch { Stop-Run 3 "cannot be written: $path; allowed: a writable source tree" }
}

# A link can lead to what has no end.
function Read-State([string] $path) {
    if (-not (Test-Path -PathType Leaf $path) -or (Get-Item -Force $path).LinkType) { return '' }
    return [IO.File]::ReadAllText($path).Trim()
}

# A try that failed is not made again until there is another source to try, or it is asked for.
$ilgpuMissing = Join-Path $state 'ilgpu-missing'
function Test-MayGetIlgpu {
    if ($gpu -eq 'off' -or (Test-Ilgpu)) { return $false }
    return $gpu -eq 'on' -or -not (Test-Path -PathType Leaf $ilgpuMissing) -or $source -ne (Read-State $ilgpuMissing)
}

function Get-Ilgpu {
    $arguments = @('restore', 'kernels/GuidelineBench.Kernels.Ilgpu/GuidelineBench.Kernels.Ilgpu.csproj', '-p:WithIlgpu=true')
    if ($source) { $arguments += "-p:RestoreAdditionalProjectSources=$source" }
    $log = Join-Path $state 'ilgpu-restore.log'
    Write-State $log ''
    Invoke-Sdk $arguments $log
    if ($LASTEXITCODE -eq 0 -and (Test-Ilgpu)) {
        Remove-Item -Force -ErrorAction SilentlyContinue $ilgpuMissing
        return
    }
    Write-State $ilgpuMissing $source
    $without = "ILGPU $ilgpu could not be restored (obj/ilgpu-restore.log says why)"
    $allowed = 'a folder or feed that has ILGPU and ILGPU.Algorithms in GUIDELINEBENCH_NUGET_SOURCE'
    if ($gpu -eq 'on') { Stop-Run 4 "$without; GUIDELINEBENCH_GPU=on; allowed: $allowed" }
    [Console]::Error.WriteLine("guidelinebench: $without, so there are no GPU kernels; to have them: $allowed")
}

function Test-Filled([string] $file) { return (Test-Path -PathType Leaf $file) -and (Get-Item -Force $file).Length -gt 0 }

# A build that was killed leaves its marker.
function Test-UpToDate {
    return -not (Test-MayGetIlgpu) -and -not (Test-Path $unfinished) -and (Read-State $stamp) -eq (Get-Kernels) -and
        (Test-Filled "$program.dll") -and (Test-Filled "$program.runtimeconfig.json") -and -not (Test-ChangedSince $stamp $false)
}

function Invoke-Build {
    if (-not (dotnet --list-sdks | Select-String -Pattern '^10\.' -Quiet)) {
        Stop-Run 4 'the .NET 10 SDK is missing; allowed: .NET SDK 10, https://dot.net/download'
    }
    if (Test-MayGetIlgpu) { Get-Ilgpu }
    [Console]::Error.WriteLine("guidelinebench: building $target")
    $again = @(if (Test-Path $unfinished) { '--no-incremental' })
    Write-State $unfinished ''
    Invoke-Sdk @('restore', $target)
    if ($LASTEXITCODE -ne 0) { Stop-Run 4 'packages could not be restored, see above' }
    # Only this build can have made what is there after it.
    try { if (Test-Path "$program.dll") { [IO.File]::Delete("$program.dll") } }
    catch { Stop-Run 3 "cannot be removed: $program.dll; allowed: a writable source tree" }
    Invoke-Sdk (@('build', $target, '-c', 'Release', '--no-restore', '--nologo', '-clp:NoSummary') + $again)
    # 1 is an error in the sources; with other codes a compiler may have left half a file.
    if ($LASTEXITCODE -eq 1) { Remove-Item -Force $unfinished }
    if ($LASTEXITCODE -ne 0) { Stop-Run 5 'the build failed, see above' }
    if (-not (Test-Filled "$program.dll")) { Stop-Run 5 "the build made no $program.dll" }
    # What was edited meanwhile may not be in it; folders do not count here, the build adds bin and obj to them.
    if (-not (Test-ChangedSince $unfinished $true)) {
        foreach ($path in $stamp, $runStamp) { Write-State $path (Get-Kernels) }
    }
    Remove-Item -Force $unfinished
}

# One build at a time. The codes are those of a file that another process has open.
function Get-Lock {
    while ($true) {
        try {
            [IO.Directory]::CreateDirectory($state) | Out-Null
            return [IO.File]::Open((Join-Path $state 'build.lock'), 'OpenOrCreate', 'ReadWrite', 'None')
        }
        catch {
            if ($_.Exception.GetBaseException().HResult -notin -2147024864, -2147024863, 11, 35) {
                Stop-Run 3 "cannot be written: $state; allowed: a writable source tree"
            }
            Start-Sleep -Milliseconds 200
        }
    }
}

# PowerShell ends with 0 when it is interrupted.
try {
    if (-not (Test-UpToDate)) {
        $lock = Get-Lock
        try { if (-not (Test-UpToDate)) { Invoke-Build } }
        finally { $lock.Dispose() }
    }

    # The host has codes of its own, 1 among them: it is asked first whether it can start the program.
    $tiered = [Environment]::GetEnvironmentVariable('DOTNET_TieredCompilation')
    $env:DOTNET_TieredCompilation = '1'
    $ErrorActionPreference = 'Continue'
    $said = @($null | & dotnet "$program.dll" --version 2>&1 | ForEach-Object { "$_" } | Where-Object { $_ })
    $ErrorActionPreference = 'Stop'
    [Environment]::SetEnvironmentVariable('DOTNET_TieredCompilation', $(if ($null -eq $tiered) { [NullString]::Value } else { $tiered }))
    $code = $LASTEXITCODE
    if ($code -ne 0) {
        $reason = "the program cannot be started: dotnet ended with $code$(if ($said) { " ($($said[0]))" })"
        # No memory for a runtime; no runtime.
        if (($code -band 255) -in 137, 150) { Stop-Run 4 $reason }
        try { [IO.File]::WriteAllText($unfinished, '') } catch { $null = $_ }
        Stop-Run 5 $reason
    }

    # PowerShell makes an array of 1,2: it is one argument again.
    $arguments = @(foreach ($argument in $args) { $argument -join ',' })
    & dotnet "$program.dll" @arguments
    $ended = $true
    exit $LASTEXITCODE
}
catch { Stop-Run 5 "the program was not started: $("$_" -replace '\s+', ' ')" }
finally { if (-not $ended) { [Environment]::Exit(130) } }

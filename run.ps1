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
# The engine reports its use to its maker unless it is told not to before it starts.
$env:ORT_DISABLE_TELEMETRY = '1'

# Without HOME .NET looks for the account's own folder, and the SDK looks for none.
$onWindows = [IO.Path]::DirectorySeparatorChar -eq '\'
$account = [Environment]::GetFolderPath('UserProfile')
if (-not $account) { $account = Join-Path $root 'obj/home' }
if (-not $onWindows -and -not $env:HOME) { $env:HOME = $account }

$versions = Join-Path $root 'Directory.Packages.props'
$versions = if (Test-Path $versions) { [xml](Get-Content -Raw $versions) }
function Get-VersionOf([string] $property) {
    $node = if ($versions) { $versions.SelectSingleNode("//$property") }
    if ($node) { return $node.InnerText }
}

$ilgpu = Get-VersionOf IlgpuVersion
$onnxruntime = Get-VersionOf OnnxRuntimeVersion
$packages = if ($env:NUGET_PACKAGES) { $env:NUGET_PACKAGES } else { Join-Path $account '.nuget/packages' }
$source = "$env:GUIDELINEBENCH_NUGET_SOURCE"
# The restore runs in another folder.
if ($source -and (Test-Path -PathType Container $source)) { $source = (Resolve-Path $source).Path }

# Not every package source has these: each is restored once where it can be had, and done without elsewhere.
$optional = @(
    @{
        Name = 'ilgpu'; Variable = 'GUIDELINEBENCH_GPU'; Title = "ILGPU $ilgpu"; Property = 'WithIlgpu'; Size = ''; Native = $false
        Project = 'kernels/GuidelineBench.Kernels.Ilgpu/GuidelineBench.Kernels.Ilgpu.csproj'
        Folders = "ilgpu/$ilgpu", "ilgpu.algorithms/$ilgpu"
        Names = 'ILGPU and ILGPU.Algorithms'
        Loss = 'there are no GPU kernels'
    }
    @{
        Name = 'onnxruntime'; Variable = 'GUIDELINEBENCH_ONNXRUNTIME'; Title = "ONNX Runtime $onnxruntime"; Property = 'WithOnnxRuntime'; Size = '160 MB, 392 MB unpacked'; Native = $true
        Project = 'kernels/GuidelineBench.Kernels.OnnxRuntime/GuidelineBench.Kernels.OnnxRuntime.csproj'
        Folders = "microsoft.ml.onnxruntime/$onnxruntime", "microsoft.ml.onnxruntime.managed/$onnxruntime"
        Names = 'Microsoft.ML.OnnxRuntime, Microsoft.ML.OnnxRuntime.Managed and System.Numerics.Tensors'
        Loss = 'there is no backend onnxruntime'
    }
)
foreach ($package in $optional) {
    $variable = $package.Variable
    $wish = [Environment]::GetEnvironmentVariable($variable)
    if (-not $wish) { $wish = 'auto' }
    if ($wish -cnotin 'auto', 'on', 'off') { Stop-Run 3 "unknown value '$wish': $variable; allowed: auto, on, off" }
    [Environment]::SetEnvironmentVariable($variable, $wish)
    $package.Wish = $wish
}
if (-not $ilgpu -or -not $onnxruntime) { Stop-Run 3 "no sources beside run.ps1: $root; allowed: the run.ps1 of a source tree, or a link to it" }

# NuGet writes this file last.
function Test-Package($package) {
    return -not ($package.Folders | Where-Object { -not (Test-Path -PathType Leaf (Join-Path $packages "$_/.nupkg.metadata")) })
}

# Native code is built for some systems, on Linux for glibc from 2.28 on.
$platform = ''
function Test-Build($package) {
    if (-not $package.Native) { return $true }
    if ($onWindows) {
        $script:platform = "Windows $([Runtime.InteropServices.RuntimeInformation]::OSArchitecture)"
        return $platform -in 'Windows X64', 'Windows Arm64'
    }
    try {
        $script:platform = "$(uname -sm)"
        if ($platform -cin 'Linux x86_64', 'Linux aarch64') {
            $libc = "$(getconf GNU_LIBC_VERSION 2>$null)"
            $bits = "$(getconf LONG_BIT 2>$null)"
            $script:platform = "$platform, $bits bits, $(if ($libc) { $libc } else { 'no glibc' })"
            return $bits -eq '64' -and $libc -match '^glibc 2\.([0-9]+)' -and [int] $Matches[1] -ge 28
        }
    } catch { return $false }
    return $platform -ceq 'Darwin arm64'
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

# What is built with a package is another build than what is built without.
function Get-Contents {
    return (@('with') + @($optional | Where-Object { $_.Wish -ne 'off' -and (Test-Package $_) } | ForEach-Object { $_.Name })) -join ' '
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
function Test-MayGet($package) {
    if ($package.Wish -eq 'off' -or (Test-Package $package)) { return $false }
    if ($package.Wish -eq 'on') { return $true }
    $missing = Join-Path $state "$($package.Name)-missing"
    return (-not (Test-Path -PathType Leaf $missing) -or $source -ne (Read-State $missing)) -and (Test-Build $package)
}

function Restore-Package($package) {
    $title = $package.Title
    $variable = $package.Variable
    $wish = $package.Wish
    $missing = Join-Path $state "$($package.Name)-missing"
    $log = "obj/$($package.Name)-restore.log"
    if (-not (Test-Build $package)) { Stop-Run 4 "$title has no build for this platform ($platform); $variable=$wish; allowed: auto, off" }
    if ($package.Size) { [Console]::Error.WriteLine("guidelinebench: fetching $title once ($($package.Size)); to do without: $variable=off") }
    $arguments = @('restore', $package.Project, "-p:$($package.Property)=true")
    if ($source) { $arguments += "-p:RestoreAdditionalProjectSources=$source" }
    Write-State (Join-Path $root $log) ''
    Invoke-Sdk $arguments (Join-Path $root $log)
    if ($LASTEXITCODE -eq 0 -and (Test-Package $package)) {
        Remove-Item -Force -ErrorAction SilentlyContinue $missing
        return
    }
    Write-State $missing $source
    $reason = "$title could not be restored ($log says why)"
    $allowed = "a folder or feed that has $($package.Names) in GUIDELINEBENCH_NUGET_SOURCE"
    if ($wish -eq 'on') { Stop-Run 4 "$reason; $variable=on; allowed: $allowed" }
    [Console]::Error.WriteLine("guidelinebench: $reason, so $($package.Loss); to have it: $allowed")
}

function Test-Filled([string] $file) { return (Test-Path -PathType Leaf $file) -and (Get-Item -Force $file).Length -gt 0 }

# A build that was killed leaves its marker.
function Test-UpToDate {
    return -not ($optional | Where-Object { Test-MayGet $_ }) -and -not (Test-Path $unfinished) -and (Read-State $stamp) -eq (Get-Contents) -and
        (Test-Filled "$program.dll") -and (Test-Filled "$program.runtimeconfig.json") -and -not (Test-ChangedSince $stamp $false)
}

function Invoke-Build {
    if (-not (dotnet --list-sdks | Select-String -Pattern '^10\.' -Quiet)) {
        Stop-Run 4 'the .NET 10 SDK is missing; allowed: .NET SDK 10, https://dot.net/download'
    }
    foreach ($package in $optional) { if (Test-MayGet $package) { Restore-Package $package } }
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
        foreach ($path in $stamp, $runStamp) { Write-State $path (Get-Contents) }
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

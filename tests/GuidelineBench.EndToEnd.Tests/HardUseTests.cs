using GuidelineBench.Core.Results;

namespace GuidelineBench.EndToEnd.Tests;

/// <summary>What a system can refuse to a program: output, space, a temporary folder, time.</summary>
public class HardUseTests
{
    private const string Small = "run --quick --tables 1 --rows 1:1 --scale x1 --rounds 2 --no-report";

    [Theory]
    [InlineData("$run list > /dev/full")]
    [InlineData("$run list >&-")]
    public void AnAnswerThatCannotBeWrittenIsRefusedInOneLine(string script)
    {
        (int code, _, string error) = ShellRun.Of(script);

        Assert.Equal(3, code);
        Assert.StartsWith("guidelinebench: the answer cannot be written", Assert.Single(error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public void AReaderThatHasEnoughEndsNothing()
    {
        (int code, string answer, string error) = ShellRun.Of("{ $run cost --networks table8 --format csv; echo $? >&2; } | head -n 1");

        Assert.Equal((0, "0\n"), (code, error));
        Assert.StartsWith("experiment,", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$run list --bogus 2>&-", 3)]
    [InlineData("$run list --bogus 2>/dev/full", 3)]
    [InlineData($"$run {Small} --out \"$out\" 2>/dev/full", 0)]
    public void WhatCannotBeSaidOnStderrChangesNothing(string script, int expected)
    {
        using var folder = new RunFolderOnDisk();

        Assert.Equal(expected, ShellRun.Of(script, folder.Path).Code);
    }

    [Fact]
    public void ARunNeedsNoFolderButItsOwn()
    {
        using var folder = new RunFolderOnDisk();

        (int code, _, string error) = ShellRun.Of($"TMPDIR=\"$out/none\" $run {Small} --out \"$out\"", folder.Path);

        Assert.True(code == 0, error);
        Assert.True(folder.Results().Complete);
        Assert.Equal(["results.json"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    /// <summary>In a terminal of its own: the progress line is drawn there, the window's title is left alone.</summary>
    [Fact]
    public void TheTitleOfTheTerminalIsTheUsers()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "script(1) is missing.");
        using var folder = new RunFolderOnDisk();

        (int code, string terminal, _) = ShellRun.Of($"export TERM=xterm-256color; script -qec \"$run {Small} --out '$out'\" /dev/null </dev/null", folder.Path);

        Assert.Equal(0, code);
        Assert.Contains("\u001b[", terminal, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b]", terminal, StringComparison.Ordinal);
        Assert.True(folder.Results().Complete);
    }

    [Theory]
    [InlineData("ulimit -n 64; $run list backends", 4, "ulimit -n")]
    [InlineData("ulimit -v 1500000; $run list backends", 4, "ulimit -v")]
    [InlineData("ulimit -t 1; $run list backends", 4, "ulimit -t")]
    [InlineData("cd \"$out\"; rmdir \"$out\"; $run report results.json", 3, "the current folder is not there any more")]
    public void WhatTheSystemDoesNotGiveIsNamed(string script, int expected, string named)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "These limits are Linux's.");
        using var folder = new RunFolderOnDisk();
        Directory.CreateDirectory(folder.Path);

        (int code, string answer, string error) = ShellRun.Of(script, folder.Path);

        Assert.Equal((expected, ""), (code, answer));
        Assert.Contains(named, Assert.Single(error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public void InADeletedFolderWhatIsNamedFromTheRootIsFound()
    {
        using var folder = new RunFolderOnDisk();
        Directory.CreateDirectory(folder.Path);

        (int code, string answer, string error) = ShellRun.Of("cd \"$out\"; rmdir \"$out\"; $run list backends && $run bench --list flat | head -n 1", folder.Path);

        Assert.True(code == 0, error);
        Assert.StartsWith("backend", answer, StringComparison.Ordinal);
    }

    /// <summary>As a shell's own redirection: what stands in the file before and what comes after stays.</summary>
    [Fact]
    public void AnOutputToStdoutIsPartOfIt()
    {
        using var folder = new RunFolderOnDisk();
        Directory.CreateDirectory(folder.Path);

        (int code, _, string error) = ShellRun.Of(
            "{ echo before; $run forward --network shufflenet_v2_x0_5 --output /dev/stdout; echo after; } > \"$out/file\"; $run forward --network shufflenet_v2_x0_5 --output \"$out/plain\"", folder.Path);

        Assert.True(code == 0, error);
        Assert.Equal(
            [.. "before\n"u8, .. File.ReadAllBytes(Path.Combine(folder.Path, "plain")), .. "after\n"u8],
            File.ReadAllBytes(Path.Combine(folder.Path, "file")));
    }

    [Fact]
    public void WithoutAHomeAndATerminalARunIsTheSame()
    {
        using var folder = new RunFolderOnDisk();

        (int code, _, string error) = ShellRun.Of($"unset HOME; TERM=dumb $run {Small} --out \"$out\"", folder.Path);

        Assert.True(code == 0, error);
        Assert.True(folder.Results().Complete);
    }

    /// <summary>The limit is met by the page, which is larger than the result file: the run is kept.</summary>
    [Fact]
    public void AFileSizeLimitIsALineAndNotASignal()
    {
        using var folder = new RunFolderOnDisk();

        // With this the runtime maps no code through a file, which the limit would forbid too.
        (int code, string answer, string error) = ShellRun.Of(
            $"export DOTNET_EnableWriteXorExecute=0; ulimit -f 20; $run {Small.Replace(" --no-report", "", StringComparison.Ordinal)} --out \"$out\"", folder.Path);

        Assert.Equal((3, ""), (code, answer));
        Assert.Contains("cannot be written", error.TrimEnd('\n').Split('\n')[^1], StringComparison.Ordinal);
        Assert.True(folder.Results().Complete);
        Assert.DoesNotContain(folder.Files(), file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void OfTwoRunsInOneFolderTheSecondIsRefused()
    {
        using var folder = new RunFolderOnDisk();
        using ProgramRun first = ProgramRun.Start("run", "--backend", "simd", "--quick", "--tables", "1", "--rows", "1:1", "--scale", "x1", "--rounds", "40", "--no-report", "--out", folder.Path);
        first.WaitUntil(() => folder.StoredRounds() >= 1);

        foreach (string option in (string[])["--out", "--resume"])
        {
            (int code, string answer, string error) = ProgramRun.ToEnd("run", option, folder.Path);
            Assert.Equal((3, ""), (code, answer));
            Assert.StartsWith("guidelinebench: another run is writing to", Assert.Single(error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
        }

        first.Interrupt();
        Assert.Equal(130, first.WaitForEnd().Code);
        ResultFile kept = folder.Results();
        Assert.False(kept.Complete);
        Assert.NotEmpty(kept.Cells[0].Rounds);
    }

    /// <summary>Claims are of gigabytes, files of a few bytes on the disk; memory that small tells that none of it was believed.</summary>
    [Theory]
    [InlineData("weights", @"printf '\000\344\013\124\002\000\000\000{}' > $out/f; $run forward --network shufflenet_v2_1.0x --weights $out/f")]
    [InlineData("sparse weights", @"printf '\000\344\013\124\002\000\000\000{}' > $out/f; truncate -s 12G $out/f; $run forward --network shufflenet_v2_1.0x --weights $out/f")]
    [InlineData("sparse images", @"printf '\223NUMPY\001\000\100\000' > $out/f; printf '%-63s\n' ""{'descr': '<f4', 'fortran_order': False, 'shape': (7, 3, 224)}"" >> $out/f; truncate -s 12G $out/f; $run forward --network shufflenet_v2_1.0x --input $out/f")]
    public void FilesThatClaimGigabytesAreRefusedWithoutThem(string what, string script)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("guidelinebench-e2e-");
        try
        {
            (int code, string answer, string error) = ShellRun.Of($"export DOTNET_GCHeapHardLimit=0x8000000; {script}", folder.FullName);

            Assert.True((code, answer) == (3, ""), $"{what}: {code} {answer} {error}");
            Assert.Single(error.TrimEnd('\n').Split('\n'));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

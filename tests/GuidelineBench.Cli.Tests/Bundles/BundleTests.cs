using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using GuidelineBench.Cli.Bundles;
using GuidelineBench.Cli.Folders;

namespace GuidelineBench.Cli.Tests.Bundles;

public sealed class BundleTests : IDisposable
{
    private const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private readonly TemporaryFolder publication = new(), folder = new();

    public BundleTests()
    {
        publication.Write("guidelinebench", "program");
        publication.Write("guidelinebench.exe", "program");
        publication.Write("libcoreclr.so", "library");
    }

    public void Dispose()
    {
        publication.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("linux-x64")]
    [InlineData("linux-arm64")]
    [InlineData("osx-arm64")]
    public void ATarballHasOneFolderWithTheLauncherAtItsRoot(string rid)
    {
        string path = Write(rid);

        Assert.Equal(folder[$"guidelinebench-1.2.3-{rid}.tar.gz"], path);
        using var reader = new TarReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var entries = new Dictionary<string, (TarEntryType Type, UnixFileMode Mode, string Text)>();
        while (reader.GetNextEntry() is { } entry)
            entries.Add(entry.Name, (entry.EntryType, entry.Mode, entry.DataStream is { } data ? new StreamReader(data).ReadToEnd() : ""));

        string root = $"guidelinebench-1.2.3-{rid}/";
        Assert.All(entries.Keys, name => Assert.StartsWith(root, name, StringComparison.Ordinal));
        Assert.Equal(AnyExecute, entries[root + "run.sh"].Mode & AnyExecute);
        Assert.StartsWith("#!/bin/sh\n", entries[root + "run.sh"].Text, StringComparison.Ordinal);
        Assert.Equal(AnyExecute, entries[root + "app/guidelinebench"].Mode & AnyExecute);
        Assert.Equal("program", entries[root + "app/guidelinebench"].Text);
        Assert.Equal((UnixFileMode)0, entries[root + "app/libcoreclr.so"].Mode & AnyExecute);
        Assert.Equal($"1.2.3 {rid}\n", entries[root + "app/bundle.txt"].Text);
        Assert.Equal(TarEntryType.Directory, entries[root + "app/"].Type);
        Assert.Equal("terms", entries[root + "LICENSE"].Text);
        Assert.Equal("notice", entries[root + "licences/Some.Package/NOTICE"].Text);
        Assert.Equal(TarEntryType.Directory, entries[root + "licences/Some.Package/"].Type);
    }

    [Fact]
    public void WindowsGetsAZipWithACommandFile()
    {
        string path = Write("win-x64");

        Assert.Equal(folder["guidelinebench-1.2.3-win-x64.zip"], path);
        using ZipArchive archive = ZipFile.OpenRead(path);
        using var launcher = new StreamReader(archive.GetEntry("guidelinebench-1.2.3-win-x64/run.cmd")!.Open());
        Assert.Matches("\\A@echo off\r\n(.*\r\n)*.*app.guidelinebench.exe\" %\\*\r\nexit /b %ERRORLEVEL%\r\n\\z", launcher.ReadToEnd());
        Assert.NotNull(archive.GetEntry("guidelinebench-1.2.3-win-x64/app/guidelinebench.exe"));
        Assert.NotNull(archive.GetEntry("guidelinebench-1.2.3-win-x64/licences/Some.Package/NOTICE"));
    }

    [Fact]
    public void TheChecksumIsThatOfTheArchiveAsSha256sumReadsIt()
    {
        string path = Write("linux-x64");
        Assert.Equal($"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))}  guidelinebench-1.2.3-linux-x64.tar.gz\n", File.ReadAllText(path + ".sha256"));
    }

    [Fact]
    public void EqualContentsMakeEqualArchives()
    {
        byte[] first = File.ReadAllBytes(Write("linux-x64"));
        File.SetLastWriteTimeUtc(publication["guidelinebench"], new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        Assert.Equal(first, File.ReadAllBytes(Write("linux-x64")));
    }

    [Fact]
    public void AnArchiveIsWrittenWholeOrNotAtAll()
    {
        string path = Write("linux-x64");
        byte[] before = File.ReadAllBytes(path);
        using (new FileStream(publication["unreadable"], FileMode.Create, FileAccess.ReadWrite, FileShare.None))
            Assert.Equal(3, Assert.Throws<CommandException>(() => Write("linux-x64")).ExitCode);

        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal(["guidelinebench-1.2.3-linux-x64.tar.gz"], Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void ABundleKnowsItsFolder()
    {
        Directory.CreateDirectory(folder["app"]);
        Assert.Null(BundleFolder.Find(folder["app"]));
        File.WriteAllText(Path.Combine(folder["app"], BundleFolder.MarkName), "1.2.3 linux-x64\n");
        Assert.Equal(folder.Path, BundleFolder.Find(folder["app"] + Path.DirectorySeparatorChar));
    }

    [Fact]
    public void WhatAKilledProcessLeftOfAnArchiveIsRemoved()
    {
        folder.Write("guidelinebench-1.2.3-linux-x64.tar.gz.1.tmp", "half");
        folder.Write("guidelinebench-1.2.3-win-x64.zip", "another");
        string path = Write("linux-x64");
        Assert.Equal([path, path + ".sha256", folder["guidelinebench-1.2.3-win-x64.zip"]], Directory.EnumerateFiles(folder.Path).Order(StringComparer.Ordinal));
    }

    private string Write(string rid) => Bundle.Write(
        BundleTarget.Find(rid), "1.2.3", publication.Path, [BundleFile.OfText("LICENSE", "terms"), BundleFile.OfText("licences/Some.Package/NOTICE", "notice")], folder.Path);
}

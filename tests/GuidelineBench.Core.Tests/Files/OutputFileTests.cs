using System.Text;
using GuidelineBench.Core.Files;

namespace GuidelineBench.Core.Tests.Files;

public sealed class OutputFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("guidelinebench-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_file_is_made_and_replaced_and_nothing_else_is_left()
    {
        string path = Path.Combine(folder, "results.json");

        OutputFile.Write(path, "a much longer first content"u8);
        OutputFile.Write(path, "second"u8);

        Assert.Equal("second", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public void An_empty_content_makes_an_empty_file()
    {
        string path = Path.Combine(folder, "empty");

        OutputFile.Write(path, []);

        Assert.Equal(0, new FileInfo(path).Length);
    }

    [Fact]
    public void A_content_in_pieces_is_written_whole_or_not_at_all()
    {
        string path = Path.Combine(folder, "pieces");
        OutputFile.Write(path, "old"u8);

        Assert.Throws<InvalidDataException>(() => OutputFile.Write(path, "first", (stream, piece) =>
        {
            stream.Write(Encoding.UTF8.GetBytes(piece));
            throw new InvalidDataException();
        }));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder));

        OutputFile.Write(path, new[] { "first", "second" }, (stream, pieces) =>
        {
            foreach (string piece in pieces)
                stream.Write(Encoding.UTF8.GetBytes(piece));
        });

        Assert.Equal("firstsecond", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public void A_missing_folder_is_an_IO_error_and_is_not_made()
    {
        string missing = Path.Combine(folder, "missing");

        Assert.ThrowsAny<IOException>(() => OutputFile.Write(Path.Combine(missing, "results.json"), "x"u8));

        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public void A_file_in_place_of_the_folder_is_an_IO_error_and_stays()
    {
        string file = Path.Combine(folder, "file");
        File.WriteAllText(file, "old");

        Assert.ThrowsAny<IOException>(() => OutputFile.Write(Path.Combine(file, "results.json"), "x"u8));

        Assert.Equal("old", File.ReadAllText(file));
        Assert.Equal([file], Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public void A_folder_in_place_of_the_file_is_an_IO_error_and_stays()
    {
        string taken = Path.Combine(folder, "results.json");
        string inside = Path.Combine(taken, "inside");
        Directory.CreateDirectory(taken);
        File.WriteAllText(inside, "old");

        Assert.ThrowsAny<IOException>(() => OutputFile.Write(taken, "x"u8));

        Assert.Equal("old", File.ReadAllText(inside));
        Assert.Equal([taken], Directory.GetFileSystemEntries(folder));
    }

    // Most file systems allow 255 bytes: the name itself fits, that of the temporary file beside it does not.
    [Fact]
    public void The_old_content_stays_when_the_new_one_cannot_be_written()
    {
        string path = Path.Combine(folder, new string('n', 250));
        File.WriteAllText(path, "old");

        Assert.ThrowsAny<IOException>(() => OutputFile.Write(path, "new"u8));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public void The_old_content_stays_when_the_folder_is_not_writable()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "The system lets this process write into any folder.");
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Folders have no Unix permissions here.");
            return;
        }

        string path = Path.Combine(folder, "results.json");
        File.WriteAllText(path, "old");
        UnixFileMode mode = File.GetUnixFileMode(folder);
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            Assert.ThrowsAny<IOException>(() => OutputFile.Write(path, "new"u8));
        }
        finally
        {
            File.SetUnixFileMode(folder, mode);
        }

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public void WhatAKilledProcessLeftIsRemoved()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("guidelinebench-whole-");
        try
        {
            string path = Path.Combine(folder.FullName, "results.json");
            foreach (string name in (string[])["results.json", "results.json.4711.tmp", "other.json.4711.tmp"])
                File.WriteAllText(Path.Combine(folder.FullName, name), "x");

            WholeFile.RemoveLeftovers(path);

            Assert.Equal(["other.json.4711.tmp", "results.json"], folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

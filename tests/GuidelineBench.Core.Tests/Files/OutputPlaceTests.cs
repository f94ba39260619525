using GuidelineBench.Core.Files;

namespace GuidelineBench.Core.Tests.Files;

/// <summary>What an output does with what lies at its path already.</summary>
public sealed class OutputPlaceTests : IDisposable
{
    private readonly UnixFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_pipe_is_written_to_and_stays()
    {
        string pipe = folder.Pipe("pipe");
        Task<byte[]> reader = Task.Run(() => File.ReadAllBytes(pipe), TestContext.Current.CancellationToken);

        OutputFile.RefuseUnwritable(pipe);
        OutputFile.Write(pipe, "content"u8);

        Assert.Equal("content"u8.ToArray(), await reader);
        Assert.Equal(FileKind.Pipe, FileStatus.Of(pipe)!.Kind);
        Assert.Equal([pipe], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_reader_that_has_enough_of_a_pipe_ends_nothing()
    {
        string pipe = folder.Pipe("pipe");
        Task<int> reader = Task.Run(
            () =>
            {
                using FileStream stream = File.OpenRead(pipe);
                return stream.ReadByte();
            },
            TestContext.Current.CancellationToken);

        // More than a pipe holds.
        OutputFile.Write(pipe, Enumerable.Repeat((byte)'x', 1 << 20).ToArray());

        Assert.Equal('x', await reader);
    }

    /// <summary>The device that takes all, 1:3 on Linux, under another name.</summary>
    [Fact]
    public void A_device_is_written_to_and_stays()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Devices have other numbers here.");
        string device = folder.Device("device", "c", 1, 3);

        OutputFile.RefuseUnwritable(device);
        OutputFile.Write(device, "content"u8);

        Assert.Equal(FileKind.CharacterDevice, FileStatus.Of(device)!.Kind);
        Assert.Equal([device], Directory.GetFileSystemEntries(folder.Path));
    }

    /// <summary>The device that is always full, 1:7.</summary>
    [Fact]
    public void A_device_that_takes_nothing_is_an_IO_error_and_stays()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Devices have other numbers here.");
        string device = folder.Device("device", "c", 1, 7);

        Assert.ThrowsAny<IOException>(() => OutputFile.Write(device, "content"u8));

        Assert.Equal(FileKind.CharacterDevice, FileStatus.Of(device)!.Kind);
    }

    /// <summary>7:250 has no driver's file behind it; nothing could be lost.</summary>
    [Fact]
    public void A_block_device_is_refused_and_stays()
    {
        string device = folder.Device("device", "b", 7, 250);

        Assert.ThrowsAny<IOException>(() => OutputFile.RefuseUnwritable(device));
        Assert.ThrowsAny<IOException>(() => OutputFile.Write(device, "content"u8));

        Assert.Equal(FileKind.BlockDevice, FileStatus.Of(device)!.Kind);
    }

    [Fact]
    public void A_socket_is_refused_and_stays()
    {
        using var socket = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Unspecified);
        socket.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint(folder["socket"]));

        Assert.ThrowsAny<IOException>(() => OutputFile.RefuseUnwritable(folder["socket"]));
        Assert.ThrowsAny<IOException>(() => OutputFile.Write(folder["socket"], "content"u8));

        Assert.Equal(FileKind.Socket, FileStatus.Of(folder["socket"])!.Kind);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_link_stays_and_what_it_leads_to_is_written(bool isThere)
    {
        if (isThere)
            File.WriteAllText(folder["target"], "old");
        File.CreateSymbolicLink(folder["second"], "target");
        File.CreateSymbolicLink(folder["first"], folder["second"]);

        OutputFile.RefuseUnwritable(folder["first"]);
        Assert.Equal(isThere, File.Exists(folder["target"]));
        OutputFile.Write(folder["first"], "new"u8);

        Assert.Equal("new", File.ReadAllText(folder["target"]));
        Assert.Equal((folder["second"], "target"), (new FileInfo(folder["first"]).LinkTarget, new FileInfo(folder["second"]).LinkTarget));
        Assert.Null(new FileInfo(folder["target"]).LinkTarget);
        Assert.Equal(3, Directory.GetFileSystemEntries(folder.Path).Length);
    }

    /// <summary>Up from where the link to the folder leads, not from where it lies.</summary>
    [Fact]
    public void A_link_through_a_linked_folder_is_followed_as_the_system_does()
    {
        Directory.CreateDirectory(folder["a/b"]);
        Directory.CreateSymbolicLink(folder["linked"], folder["a/b"]);
        File.CreateSymbolicLink(folder["a/b/link"], "../result");

        OutputFile.Write(folder["linked/link"], "content"u8);

        Assert.Equal("content", File.ReadAllText(folder["a/result"]));
        Assert.False(File.Exists(folder["result"]));
    }

    [Fact]
    public async Task Links_to_a_pipe_lead_to_it()
    {
        string pipe = folder.Pipe("pipe");
        File.CreateSymbolicLink(folder["link"], "pipe");
        Task<byte[]> reader = Task.Run(() => File.ReadAllBytes(pipe), TestContext.Current.CancellationToken);

        OutputFile.Write(folder["link"], "content"u8);

        Assert.Equal("content"u8.ToArray(), await reader);
        Assert.Equal("pipe", new FileInfo(folder["link"]).LinkTarget);
    }

    [Fact]
    public void Links_in_a_circle_and_to_nowhere_are_refused()
    {
        File.CreateSymbolicLink(folder["first"], "second");
        File.CreateSymbolicLink(folder["second"], "first");
        File.CreateSymbolicLink(folder["astray"], "missing/file");

        Assert.ThrowsAny<IOException>(() => OutputFile.RefuseUnwritable(folder["first"]));
        Assert.ThrowsAny<IOException>(() => OutputFile.RefuseUnwritable(folder["astray"]));
        Assert.ThrowsAny<IOException>(() => OutputFile.RefuseUnwritable(folder.Path));

        Assert.Equal(3, Directory.GetFileSystemEntries(folder.Path).Length);
    }

    [Fact]
    public void Permissions_and_owner_stay()
    {
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead;
        File.WriteAllText(folder["file"], "old");
        if (Environment.IsPrivilegedProcess)
            System.Diagnostics.Process.Start("chown", ["12345:23456", folder["file"]]).WaitForExit();
        File.SetUnixFileMode(folder["file"], Mode);
        FileStatus before = FileStatus.Of(folder["file"])!;

        OutputFile.Write(folder["file"], "new"u8);

        Assert.Equal("new", File.ReadAllText(folder["file"]));
        Assert.Equal(before, FileStatus.Of(folder["file"]));
        Assert.Equal(Mode, before.Mode);
        if (Environment.IsPrivilegedProcess)
            Assert.Equal((12345u, 23456u), (before.Owner, before.Group));
    }

    [Fact]
    public void Trying_leaves_a_file_as_it_was_and_makes_none()
    {
        File.WriteAllText(folder["file"], "old");

        OutputFile.RefuseUnwritable(folder["file"]);
        OutputFile.RefuseUnwritable(folder["none"]);
        Assert.ThrowsAny<IOException>(() => OutputFile.RefuseUnwritable(folder["missing/file"]));

        Assert.Equal("old", File.ReadAllText(folder["file"]));
        Assert.Equal([folder["file"]], Directory.GetFileSystemEntries(folder.Path));
    }

    /// <summary>As a shell's redirection does it: what others wrote before and write after stays.</summary>
    [Fact]
    public void An_open_file_of_the_process_is_written_where_it_stands()
    {
        using var file = new FileStream(folder["file"], FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
        long number = file.SafeFileHandle.DangerousGetHandle();
        string path = OperatingSystem.IsLinux() ? FormattableString.Invariant($"/proc/self/fd/{number}") : FormattableString.Invariant($"/dev/fd/{number}");
        File.CreateSymbolicLink(folder["link"], path);

        OutputFile.RefuseUnwritable(path);
        OutputFile.Write(path, "first"u8);
        OutputFile.Write(FormattableString.Invariant($"/dev/fd/{number}"), " second"u8);
        OutputFile.Write(folder["link"], " third"u8);

        Assert.Equal("first second third", File.ReadAllText(folder["file"]));
        Assert.Null(OutputFile.Replaced(path));
    }

    [Fact]
    public void What_is_not_open_or_only_for_reading_is_refused()
    {
        File.WriteAllText(folder["file"], "old");
        using FileStream file = File.OpenRead(folder["file"]);

        Assert.ThrowsAny<IOException>(() => OutputFile.RefuseUnwritable(FormattableString.Invariant($"/dev/fd/{(long)file.SafeFileHandle.DangerousGetHandle()}")));
        Assert.ThrowsAny<IOException>(() => OutputFile.RefuseUnwritable("/dev/fd/1000000"));

        Assert.Equal("old", File.ReadAllText(folder["file"]));
    }
}

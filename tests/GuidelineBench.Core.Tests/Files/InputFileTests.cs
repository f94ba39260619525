using GuidelineBench.Core.Files;

namespace GuidelineBench.Core.Tests.Files;

/// <summary>Pipes are read once and to a limit.</summary>
public sealed class InputFileTests : IDisposable
{
    private readonly UnixFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(300_000)]
    public async Task A_pipe_is_read_to_its_end(int length)
    {
        byte[] content = Bytes(length);
        string pipe = folder.Pipe("pipe");

        Task writer = Writing(pipe, content);
        Assert.True(InputFile.IsStream(pipe));
        Assert.Equal(content, InputFile.ReadAll(pipe, 300_000));
        await writer;

        writer = Writing(pipe, content);
        using Stream stream = InputFile.OpenSeekable(pipe, 300_000)!;
        await writer;
        Assert.Equal(length, stream.Length);
        stream.Position = length / 2;
        byte[] second = new byte[length - length / 2];
        stream.ReadExactly(second);
        Assert.Equal(content[(length / 2)..], second);
    }

    /// <summary>The device of zeros, 1:5 on Linux, under another name.</summary>
    [Fact]
    public void What_has_no_end_has_a_limit()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Devices have other numbers here.");
        string zeros = folder.Device("zeros", "c", 1, 5);

        Assert.Null(InputFile.ReadAll(zeros, 100_000));
        Assert.Null(InputFile.OpenSeekable(zeros, 100_000));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(9, false)]
    public async Task A_limit_is_what_is_still_read(int most, bool isRead)
    {
        File.WriteAllBytes(folder["file"], Bytes(10));
        string pipe = folder.Pipe("pipe");
        Task writer = Writing(pipe, Bytes(10));

        Assert.Equal(isRead, InputFile.ReadAll(folder["file"], most) is not null);
        Assert.Equal(isRead, InputFile.ReadAll(pipe, most) is not null);
        await writer;
    }

    [Fact]
    public void A_file_is_no_stream()
    {
        File.WriteAllBytes(folder["file"], Bytes(10));

        Assert.False(InputFile.IsStream(folder["file"]));
        Assert.False(InputFile.IsStream(folder["missing"]));
        Assert.Equal(Bytes(10), InputFile.ReadAll(folder["file"], 10));
        Assert.Throws<FileNotFoundException>(() => InputFile.ReadAll(folder["missing"], 10));
    }

    private static byte[] Bytes(int count) => [.. Enumerable.Range(0, count).Select(index => (byte)(index * 31))];

    private static Task Writing(string pipe, byte[] content) => Task.Run(
        () =>
        {
            using var stream = new FileStream(pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            stream.Write(content);
        },
        TestContext.Current.CancellationToken);
}

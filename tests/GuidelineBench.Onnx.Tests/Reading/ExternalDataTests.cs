using System.Runtime.InteropServices;
using GuidelineBench.Onnx.Reading;
using GuidelineBench.Onnx.Reading.Files;

namespace GuidelineBench.Onnx.Tests.Reading;

/// <summary>Data beside a model is read from regular files of its folder alone.</summary>
public sealed class ExternalDataTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("guidelinebench-onnx-");

    public ExternalDataTests()
    {
        Directory.CreateDirectory(In("models/data"));
        byte[] weights = MemoryMarshal.AsBytes<float>(ModelBuilder.Values(4, 4, 1, 1)).ToArray();
        foreach (string file in new[] { "outside.bin", "models/weights.bin", "models/data/weights.bin", "models/twice.bin" })
            File.WriteAllBytes(In(file), [.. new byte[8], .. weights]);
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("weights.bin")]
    [InlineData("data/weights.bin")]
    public void Data_of_the_folder_is_read(string location)
    {
        OnnxNetwork read = Read(location, 8, 64);

        Assert.Equal(ModelBuilder.Values(4, 4, 1, 1), read.Parameters[1].Weights);
    }

    [Theory]
    [InlineData("../outside.bin", "not in the model's folder")]
    [InlineData("data/../../outside.bin", "not in the model's folder")]
    [InlineData("/etc/passwd", "not in the model's folder")]
    [InlineData("C:weights.bin", "not in the model's folder")]
    [InlineData("data//weights.bin", "not in the model's folder")]
    [InlineData("", "not in the model's folder")]
    [InlineData("missing.bin", "no file")]
    [InlineData("data", "no file")]
    public void Other_places_are_refused(string location, string said) => Refused(() => Read(location, 8, 64), said);

    [Theory]
    [InlineData(16L, 64L, "beyond the end")]
    [InlineData(long.MaxValue, 64L, "beyond the end")]
    [InlineData(0L, 60L, "needs 64 bytes")]
    [InlineData(0L, long.MaxValue, "needs 64 bytes")]
    [InlineData(-8L, 64L, "has the offset")]
    public void Parts_that_the_file_has_not_are_refused(long offset, long length, string said) => Refused(() => Read("weights.bin", offset, length), said);

    [Fact]
    public void Links_are_refused()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Links need rights on Windows.");
        File.CreateSymbolicLink(In("models/link.bin"), In("outside.bin"));
        Directory.CreateSymbolicLink(In("models/away"), folder.FullName);
        Refused(() => Read("link.bin", 8, 64), "by a link");
        Refused(() => Read("away/outside.bin", 8, 64), "by a link");
    }

    [Fact]
    public void Files_of_several_names_are_refused()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("Asks Linux to make one.");
        Assert.Equal(0, Link(In("models/twice.bin"), In("models/again.bin")));

        Refused(() => Read("again.bin", 8, 64), "several names");
    }

    [Fact]
    public void A_model_that_is_not_there_is_said_so()
    {
        Refused(() => OnnxReader.Read(In("models/none.onnx")), "no such file");
        Refused(() => OnnxReader.Read(In("models")), "folder");
    }

    [DllImport("libc", EntryPoint = "link")]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string from, [MarshalAs(UnmanagedType.LPUTF8Str)] string to);

    private string In(string path) => Path.Combine(folder.FullName, path);

    private static void Refused(Func<OnnxNetwork> read, string said) => Assert.Contains(said, Assert.Throws<OnnxFileException>(read).Message, StringComparison.Ordinal);

    private OnnxNetwork Read(string location, long offset, long length)
    {
        ModelBuilder model = HostileFileTests.Good();
        HostileFileTests.External(model, location, offset, length);
        string path = In("models/model.onnx");
        File.WriteAllBytes(path, model.Bytes());
        return OnnxReader.Read(path);
    }
}

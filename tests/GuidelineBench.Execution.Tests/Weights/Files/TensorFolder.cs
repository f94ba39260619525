using System.Buffers.Binary;
using System.Text;

namespace GuidelineBench.Execution.Tests.Weights.Files;

/// <summary>A folder for the files of one test.</summary>
internal sealed class TensorFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("guidelinebench-tensors-");

    public string Path => folder.FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public string Write(string name, params IEnumerable<byte>[] parts)
    {
        File.WriteAllBytes(this[name], [.. parts.SelectMany(part => part)]);
        return this[name];
    }

    /// <summary>A safetensors file whose header says whatever a test wants.</summary>
    public string WriteSafetensors(string header, params byte[] data) => WriteSafetensors(Encoding.UTF8.GetBytes(header), data);

    public string WriteSafetensors(byte[] header, byte[] data)
    {
        byte[] length = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        return Write("weights.safetensors", length, header, data);
    }

    public void Dispose() => folder.Delete(recursive: true);
}

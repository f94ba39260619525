using System.Buffers;
using GuidelineBench.Core.Files;

namespace GuidelineBench.Onnx.Writing;

/// <summary>Hands on to a stream what it is given, and to a hash.</summary>
internal sealed class HashedWriter(Stream stream, Sha256 hash) : IBufferWriter<byte>
{
    private byte[] buffer = new byte[1 << 16];

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (sizeHint > buffer.Length)
            buffer = new byte[sizeHint];
        return buffer;
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Advance(int count)
    {
        ReadOnlySpan<byte> given = buffer.AsSpan(0, count);
        hash.Append(given);
        stream.Write(given);
    }
}

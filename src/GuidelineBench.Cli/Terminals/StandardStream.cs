using System.Text;
using Microsoft.Win32.SafeHandles;

namespace GuidelineBench.Cli.Terminals;

/// <summary>Stdout or stderr, which can be closed, full or a broken pipe like any other file.</summary>
/// <param name="refused">What to do when nothing can be written.</param>
internal sealed class StandardStream(Func<Stream> open, Action<Exception> refused) : Stream
{
    private Stream? opened;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush()
    {
        // Nothing is kept here; what is below is written through.
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            (opened ??= open()).Write(buffer);
        }
        // A closed file is an access that is denied.
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            refused(error);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}

/// <summary>Stderr for when little else works any more: no library is loaded and nothing opened for it.</summary>
internal static class PlainError
{
    public static void Say(string message)
    {
        try
        {
            using var error = new FileStream(new SafeFileHandle(2, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            error.Write(Encoding.UTF8.GetBytes($"guidelinebench: {message}\n"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // A stderr that is closed changes nothing.
        }
    }
}

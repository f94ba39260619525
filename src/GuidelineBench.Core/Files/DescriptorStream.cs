using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace GuidelineBench.Core.Files;

/// <summary>
/// Reads and writes an open file where it stands, as the other processes do that have it open: a pipe, a device, a
/// redirected file. A <see cref="FileStream"/> keeps a place of its own.
/// </summary>
/// <param name="handle">Disposed of with the stream.</param>
internal sealed partial class DescriptorStream(SafeFileHandle handle) : Stream
{
    /// <summary>EINTR and EPIPE are the same on all Unix systems, EAGAIN is not.</summary>
    private const int Interrupted = 4, BrokenPipe = 32;

    private static readonly int TryAgain = OperatingSystem.IsMacOS() ? 35 : 11;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    private bool hasEnough;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>An open file of this process, which stays open.</summary>
    public static DescriptorStream Of(int descriptor) => new(new SafeFileHandle(descriptor, ownsHandle: false));

    /// <exception cref="IOException">It is not open for writing.</exception>
    public void RefuseReadOnly()
    {
        if (Write(handle, [], 0) < 0)
            throw Failed();
    }

    public override int Read(Span<byte> buffer)
    {
        while (true)
        {
            nint read = Read(handle, buffer, buffer.Length);
            if (read >= 0)
                return (int)read;
            Retry();
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <summary>A reader who has enough of a pipe ends nothing.</summary>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0 && !hasEnough)
        {
            nint written = Write(handle, buffer, buffer.Length);
            if (written >= 0)
                buffer = buffer[(int)written..];
            else if (Marshal.GetLastPInvokeError() == BrokenPipe)
                hasEnough = true;
            else
                Retry();
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        // Nothing is kept here.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            handle.Dispose();
        base.Dispose(disposing);
    }

    private static void Retry()
    {
        int error = Marshal.GetLastPInvokeError();
        if (error == TryAgain)
            Thread.Sleep(Pause);
        else if (error != Interrupted)
            throw Failed();
    }

    private static IOException Failed() => new(Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError()));

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint Read(SafeFileHandle handle, Span<byte> buffer, nint bytes);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint Write(SafeFileHandle handle, ReadOnlySpan<byte> buffer, nint bytes);
}

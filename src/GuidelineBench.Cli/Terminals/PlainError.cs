using System.Text;
using Microsoft.Win32.SafeHandles;

namespace GuidelineBench.Cli.Terminals;

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

using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace GuidelineBench.Benchmarks.Tests.Rounds;

/// <summary>Makes the kernel answer sched_getaffinity as one that is ready for 2048 processors does: a shorter mask is invalid.</summary>
internal static class ShortMasksRefused
{
    private const uint Bytes = 2048 / 8, InvalidArgument = 22;

    private const int SetSeccomp = 22, FilterMode = 2, SetNoNewPrivileges = 38;

    /// <summary>Offsets in struct seccomp_data: the number of the call, and the low half of its second argument.</summary>
    private const uint CallOffset = 0, SecondArgumentOffset = 24;

    private const uint Errno = 0x0005_0000, Allow = 0x7fff_0000;

    private const ushort Load = 0x20, JumpIfEqual = 0x15, JumpIfAtLeast = 0x35, Return = 0x06;

    private static uint? GetAffinityCall => RuntimeInformation.ProcessArchitecture switch
    {
        _ when !OperatingSystem.IsLinux() => null,
        Architecture.X64 => 204,
        Architecture.Arm64 => 123,
        _ => null,
    };

    /// <summary>Does something on a thread of such a kernel; skips the test where the system lets no thread have a filter.</summary>
    public static void While(Action action)
    {
        bool refused = false;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                refused = OnThisThread();
                if (refused)
                    action();
            }
            catch (Exception error)
            {
                failure = ExceptionDispatchInfo.Capture(error);
            }
        });
        thread.Start();
        thread.Join();
        failure?.Throw();
        if (!refused)
            Assert.Skip("This system lets a thread have no filter of its calls.");
    }

    /// <summary>For the calling thread and those that it starts from here on.</summary>
    private static bool OnThisThread()
    {
        if (GetAffinityCall is not { } call)
            return false;
        Instruction[] filter =
        [
            new(Load, 0, 0, CallOffset),
            new(JumpIfEqual, 0, 3, call),
            new(Load, 0, 0, SecondArgumentOffset),
            new(JumpIfAtLeast, 1, 0, Bytes),
            new(Return, 0, 0, Errno | InvalidArgument),
            new(Return, 0, 0, Allow),
        ];
        GCHandle pinned = GCHandle.Alloc(filter, GCHandleType.Pinned);
        try
        {
            var program = new FilterProgram((ushort)filter.Length, pinned.AddrOfPinnedObject());
            return Control(SetNoNewPrivileges, 1, 0, 0, 0) == 0 && Control(SetSeccomp, FilterMode, ref program, 0, 0) == 0;
        }
        finally
        {
            pinned.Free();
        }
    }

    [DllImport("libc", EntryPoint = "prctl")]
    private static extern int Control(int option, nint second, nint third, nint fourth, nint fifth);

    [DllImport("libc", EntryPoint = "prctl")]
    private static extern int Control(int option, nint second, ref FilterProgram third, nint fourth, nint fifth);

    /// <summary>struct sock_filter.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Instruction(ushort Code, byte IfTrue, byte IfFalse, uint Value);

    /// <summary>struct sock_fprog.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct FilterProgram(ushort Length, nint Instructions);
}

-- Monitoring: what was measured every five minutes, and what that came to by the hour and by the Swedish day. Large, so it is keyed by
-- the small number of the subscription. At is when the stretch began; traffic in bit/s, Latency in millionths of a second, Loss and
-- Availability in hundredths of a percent; Samples is how many measurements the row is made of, …Most the highest of them.
CREATE TABLE MonitoringSample (
    SubscriptionSeq INTEGER NOT NULL,
    At TEXT NOT NULL,
    InBits INTEGER,
    OutBits INTEGER,
    Latency INTEGER,
    Loss INTEGER,
    Availability INTEGER NOT NULL,
    CONSTRAINT PK_MonitoringSample PRIMARY KEY (SubscriptionSeq, At)
) STRICT, WITHOUT ROWID;
CREATE TABLE MonitoringHour (
    SubscriptionSeq INTEGER NOT NULL,
    At TEXT NOT NULL,
    Samples INTEGER NOT NULL,
    InBits INTEGER,
    InMost INTEGER,
    OutBits INTEGER,
    OutMost INTEGER,
    Latency INTEGER,
    Loss INTEGER,
    Availability INTEGER NOT NULL,
    CONSTRAINT PK_MonitoringHour PRIMARY KEY (SubscriptionSeq, At)
) STRICT, WITHOUT ROWID;
CREATE TABLE MonitoringDay (
    SubscriptionSeq INTEGER NOT NULL,
    At TEXT NOT NULL,
    Samples INTEGER NOT NULL,
    InBits INTEGER,
    InMost INTEGER,
    OutBits INTEGER,
    OutMost INTEGER,
    Latency INTEGER,
    Loss INTEGER,
    Availability INTEGER NOT NULL,
    CONSTRAINT PK_MonitoringDay PRIMARY KEY (SubscriptionSeq, At)
) STRICT, WITHOUT ROWID;
-- How each monitored service is, by its newest measurement. A service without a row is not monitored.
CREATE TABLE MonitoringState (
    SubscriptionSeq INTEGER NOT NULL,
    IsUp INTEGER NOT NULL,
    Since TEXT NOT NULL,
    SampledAt TEXT NOT NULL,
    CONSTRAINT PK_MonitoringState PRIMARY KEY (SubscriptionSeq)
) STRICT, WITHOUT ROWID;
-- Days whose hours and day are to be made of the measurements. At is the day's start.
CREATE TABLE MonitoringDue (
    SubscriptionSeq INTEGER NOT NULL,
    At TEXT NOT NULL,
    CONSTRAINT PK_MonitoringDue PRIMARY KEY (SubscriptionSeq, At)
) STRICT, WITHOUT ROWID;

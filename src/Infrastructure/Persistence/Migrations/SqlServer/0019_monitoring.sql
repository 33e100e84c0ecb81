-- Monitoring: what was measured every five minutes, and what that came to by the hour and by the Swedish day. Large, so it is keyed by
-- the small number of the subscription. At is when the stretch began; traffic in bit/s, Latency in millionths of a second, Loss and
-- Availability in hundredths of a percent; Samples is how many measurements the row is made of, …Most the highest of them.
CREATE TABLE dbo.MonitoringSample (
    SubscriptionSeq bigint NOT NULL,
    At datetimeoffset(7) NOT NULL,
    InBits bigint NULL,
    OutBits bigint NULL,
    Latency int NULL,
    Loss int NULL,
    Availability int NOT NULL,
    CONSTRAINT PK_MonitoringSample PRIMARY KEY CLUSTERED (SubscriptionSeq, At)
);
CREATE TABLE dbo.MonitoringHour (
    SubscriptionSeq bigint NOT NULL,
    At datetimeoffset(7) NOT NULL,
    Samples int NOT NULL,
    InBits bigint NULL,
    InMost bigint NULL,
    OutBits bigint NULL,
    OutMost bigint NULL,
    Latency int NULL,
    Loss int NULL,
    Availability int NOT NULL,
    CONSTRAINT PK_MonitoringHour PRIMARY KEY CLUSTERED (SubscriptionSeq, At)
);
CREATE TABLE dbo.MonitoringDay (
    SubscriptionSeq bigint NOT NULL,
    At datetimeoffset(7) NOT NULL,
    Samples int NOT NULL,
    InBits bigint NULL,
    InMost bigint NULL,
    OutBits bigint NULL,
    OutMost bigint NULL,
    Latency int NULL,
    Loss int NULL,
    Availability int NOT NULL,
    CONSTRAINT PK_MonitoringDay PRIMARY KEY CLUSTERED (SubscriptionSeq, At)
);
-- How each monitored service is, by its newest measurement. A service without a row is not monitored.
CREATE TABLE dbo.MonitoringState (
    SubscriptionSeq bigint NOT NULL,
    IsUp bit NOT NULL,
    Since datetimeoffset(7) NOT NULL,
    SampledAt datetimeoffset(7) NOT NULL,
    CONSTRAINT PK_MonitoringState PRIMARY KEY CLUSTERED (SubscriptionSeq)
);
-- Days whose hours and day are to be made of the measurements. At is the day's start.
CREATE TABLE dbo.MonitoringDue (
    SubscriptionSeq bigint NOT NULL,
    At datetimeoffset(7) NOT NULL,
    CONSTRAINT PK_MonitoringDue PRIMARY KEY CLUSTERED (SubscriptionSeq, At)
);
